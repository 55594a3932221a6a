import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addAttachment } from '@/lib/attachments/commands'
import { hashOf } from '@/lib/attachments/contents'
import { readKept } from '@/lib/attachments/store'
import { writeCheckpoint } from '@/lib/audit/checkpoint'
import { headsRoot, newKeyPair } from '@/lib/audit/checkpoint-rules'
import { verifyAll } from '@/lib/audit/verify'
import { closeDatabase } from '@/lib/db'
import { env } from '@/lib/env'
import { makeBackup } from '@/lib/launch/backup/make'
import type { Manifest } from '@/lib/launch/backup/manifest'
import { placesOf } from '@/lib/launch/backup/places'
import { restoreBackup } from '@/lib/launch/backup/restore'
import { emptyDatabase } from '@/lib/launch/steps'
import { reportProblem } from '@/lib/problems/commands'
import { acceptedAt } from '@/tests/support/case-accepted'
import { caseAt } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

/*
 * In order: a backup beside a writer, then the destroyed installation out of it, then what a restore
 * refuses.
 */
const { owner } = databaseOfThisFile()
const ownerUrl = env().DATABASE_OWNER_URL ?? ''
const root = process.cwd()
const temporary = mkdtempSync(path.join(tmpdir(), 'ovop-backup-'))
const backup = path.join(temporary, 'first')
const scan = new TextEncoder().encode('%PDF-1.7\n会议纪要\n%%EOF\n')
const quiet = () => undefined
let world: World
let content: Manifest

const places = () => {
  const { FILES_DIR, CHECKPOINT_DIR, CHECKPOINT_PUBLIC_KEY_FILE } = env()
  return placesOf({ FILES_DIR, CHECKPOINT_DIR, CHECKPOINT_PUBLIC_KEY_FILE })
}
const restore = (folder: string, given: { newKey?: boolean; publicKey?: string } = {}) =>
  restoreBackup({
    root,
    ownerUrl,
    places: { ...places(), publicKey: given.publicKey ?? places().publicKey },
    folder,
    newKey: given.newKey ?? false,
    log: quiet,
  })

/** As the product after a stop: what its connections prepared would name types that are gone. */
async function destroy() {
  await closeDatabase()
  await emptyDatabase(ownerUrl)
  rmSync(env().FILES_DIR, { recursive: true, force: true })
  rmSync(env().CHECKPOINT_DIR, { recursive: true, force: true })
}

async function count(table: string): Promise<number> {
  const { rows } = await owner.query(`SELECT count(*)::int AS count FROM ${table}`)
  return rows[0].count
}

/** A copy of the backup, spoilt. */
function spoilt(name: string, spoil: (folder: string) => void): string {
  const folder = path.join(temporary, name)
  cpSync(backup, folder, { recursive: true })
  spoil(folder)
  return folder
}

beforeAll(async () => {
  world = await makeWorld()
  const { caseId } = await acceptedAt(world, 'CLOSED', { village: 'A.0.0' })
  await addAttachment(await world.viewer('A.office'), {
    caseId,
    subject: { kind: 'CASE', id: caseId },
    file: new File([scan], '纪要.pdf'),
    internal: false,
  })
  await writeCheckpoint(new Date('2026-03-10T01:00:00Z'))
})
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

describe('a backup', () => {
  test('beside a writer holds one instant of it', async () => {
    const { caseId } = await caseAt(world, 'RECTIFYING', { village: 'A.0.1' })
    const office = await world.viewer('A.office')
    let writing = true
    let written = 0
    const writer = (async () => {
      for (; writing; written++) {
        await reportProblem(office, {
          caseId,
          kindId: world.kinds[0] ?? '',
          title: `备份时提出的问题${written}`,
          cause: '',
          evidence: '',
        })
      }
    })()
    await vi.waitUntil(() => written >= 3, 20_000)
    content = await makeBackup({ ownerUrl, places: places(), folder: backup, log: quiet })
    const atTheEnd = written
    await vi.waitUntil(() => written >= atTheEnd + 3, 20_000)
    writing = false
    await writer
    expect(await count('events')).toBeGreaterThan(content.chains.events)
    expect(content.lost).toEqual([])
    expect(content.checkpoints).toHaveLength(1)
  })

  test('carries neither private keys nor who is signed in', async () => {
    expect(content.publicKey?.path).toBe('keys/checkpoint.pub.pem')
    expect(content.tables.map(({ name }) => name)).not.toContain('sessions')
    const key = readFileSync(path.join(backup, 'keys/checkpoint.pub.pem'), 'utf8')
    expect(key).not.toMatch(/PRIVATE/)
  })

  test('is never written over another one', async () => {
    await expect(
      makeBackup({ ownerUrl, places: places(), folder: backup, log: quiet }),
    ).rejects.toThrow(/is not empty/)
  })

  test('under a role that policies bind is refused, not thinned out', async () => {
    await expect(
      makeBackup({
        ownerUrl: env().DATABASE_URL,
        places: places(),
        folder: path.join(temporary, 'thin'),
        log: quiet,
      }),
    ).rejects.toThrow(/row-level security|permission denied/)
  })
})

describe('a restore', () => {
  test('into an installation that holds anything is refused', async () => {
    const events = await count('events')
    await expect(restore(backup)).rejects.toThrow(/not empty[\s\S]*has rows in .*\bcases\b/)
    expect(await count('events')).toBe(events)
  })

  test.each([
    [
      'a damaged table',
      'data/events.copy.gz is damaged',
      (folder: string) => {
        const file = path.join(folder, 'data/events.copy.gz')
        const bytes = readFileSync(file)
        bytes[40] = (bytes[40] ?? 0) ^ 1
        writeFileSync(file, bytes)
      },
    ],
    [
      'a cut table',
      'data/cases.copy.gz has 40 bytes instead of',
      (folder: string) => truncateSync(path.join(folder, 'data/cases.copy.gz'), 40),
    ],
    [
      'a missing attachment',
      `${hashOf(scan)} is missing`,
      (folder: string) => rmSync(path.join(folder, 'files'), { recursive: true }),
    ],
    [
      'a manifest with another count',
      'manifest.json is damaged',
      (folder: string) => {
        const file = path.join(folder, 'manifest.json')
        writeFileSync(file, readFileSync(file, 'utf8').replace(/"rows": \d+/, '"rows": 1'))
      },
    ],
    [
      'a backup that was interrupted',
      'has no manifest.json',
      (folder: string) => rmSync(path.join(folder, 'manifest.json')),
    ],
  ])('of %s names it and writes nothing', async (name, message, spoil) => {
    await destroy()
    await expect(restore(spoilt(name, spoil))).rejects.toThrow(message)
    expect((await owner.query("SELECT to_regclass('events') AS there")).rows[0].there).toBeNull()
  })

  test('by a version without its migrations is refused', async () => {
    const folder = path.join(temporary, 'newer')
    cpSync(backup, folder, { recursive: true })
    const text = readFileSync(path.join(folder, 'manifest.json'), 'utf8').replace(
      content.migrations.at(-1)?.name ?? '',
      '29991231000000_later',
    )
    writeFileSync(path.join(folder, 'manifest.json'), text)
    writeFileSync(
      path.join(folder, 'manifest.json.sha256'),
      `${hashOf(new TextEncoder().encode(text))}  manifest.json\n`,
    )
    await expect(restore(folder)).rejects.toThrow(/29991231000000_later.*does not know/)
  })

  test('without the private key asks for it, and with a new one keeps the old public half', async () => {
    const publicKey = path.join(temporary, 'own.pub.pem')
    const own = newKeyPair().publicKey
    writeFileSync(publicKey, own)
    await expect(restore(backup, { publicKey })).rejects.toThrow(/--new-key/)
    await restore(backup, { publicKey, newKey: true })
    const both = readFileSync(publicKey, 'utf8')
    expect(both.startsWith(own)).toBe(true)
    expect(both).toContain(readFileSync(places().publicKey, 'utf8').trim())
    await destroy()
  })

  test('brings back every row, every chain, every file', async () => {
    await restore(backup)
    for (const { name, rows } of content.tables)
      expect([name, await count(name)]).toEqual([name, rows])
    const { rows } = await owner.query('SELECT chain, seq, hash FROM chain_heads WHERE seq > 0')
    expect(headsRoot(rows)).toBe(content.chains.root)
    const sound = await verifyAll()
    expect(sound).toMatchObject({
      findings: [],
      checkpoints: 1,
      chains: content.chains.count,
      events: content.chains.events,
    })
    expect(Buffer.from(scan).equals(await readKept(hashOf(scan)))).toBe(true)
    expect(await count('sessions')).toBe(0)
  })

  test('leaves keys, triggers and policies as they were', async () => {
    await expect(owner.query('UPDATE events SET kind = kind')).rejects.toThrow(/append-only/)
    await expect(owner.query('DELETE FROM villages')).rejects.toThrow(/foreign key/)
    const { rows } = await owner.query(
      "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'O'",
    )
    expect(rows).toEqual([])
    const again = await makeBackup({
      ownerUrl,
      places: places(),
      folder: path.join(temporary, 'again'),
      log: quiet,
    })
    expect(again.tables).toEqual(content.tables)
    expect(again.chains).toEqual(content.chains)
  })

  test('goes on: people work in it and the next checkpoint is signed', async () => {
    const before = await count('events')
    await caseAt(world, 'PLANNING', { village: 'A.0.2' })
    expect(await count('events')).toBeGreaterThan(before)
    expect(await writeCheckpoint(new Date('2026-03-11T01:00:00Z'))).toBe(2)
    expect((await verifyAll()).findings).toEqual([])
  })
})
