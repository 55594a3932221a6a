import type pg from 'pg'
import sharp from 'sharp'
import { systemViewer } from '@/lib/access/system'
import { transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { dropItems, readItems } from '@/lib/offline/device'
import { type Item, type ItemKind, itemSchema } from '@/lib/offline/item'
import { makeVault } from '@/lib/offline/lock'
import type { DataKey } from '@/lib/offline/vault'
import { bind, caseAt } from './case-at'
import { makeWorld } from './world'

export const pin = '271828'

/** Two villages under rectification with one work team, whose member holds a phone. */
export async function phoneScene(owner: pg.Pool) {
  const world = await makeWorld()
  const cases: { caseId: string; measureId: string }[] = []
  for (const village of ['A.0.0', 'A.0.1']) {
    const kase = await caseAt(world, 'RECTIFYING', { village })
    await bind(world, village, kase.caseId, 'WORK_TEAM')
    cases.push({ caseId: kase.caseId, measureId: kase.measures[2]?.id ?? '' })
  }
  const person = world.users['A.team'] ?? ''
  const day = 24 * 3_600_000
  const term = { openUntil: Date.now() + 7 * day, usedAt: 0, clockOffset: 0 }
  const key = await makeVault(person, pin, term)
  const one = async (sql: string, values: unknown[]) => (await owner.query(sql, values)).rows
  return {
    person,
    key,
    cases,
    signIn: async () => {
      const data = { id: newId(), userId: person }
      await transaction(systemViewer('signIn'), (tx) =>
        tx.session.create({ data, select: { id: true } }),
      )
      return data.id
    },
    signOut: (session: string) =>
      one('UPDATE sessions SET ended_at = now() WHERE id = $1', [session]),
    /** The team loses the second village. */
    lose: () =>
      one("UPDATE assignments SET to_on = '2026-03-12' WHERE case_id = $1 AND to_on IS NULL", [
        cases[1]?.caseId,
      ]),
    /** The team is given it again. */
    regain: async () => {
      const sql = 'SELECT 1 FROM assignments WHERE case_id = $1 AND slot = $2 AND to_on IS NULL'
      const { caseId = '' } = cases[1] ?? {}
      const held = await one(sql, [caseId, 'WORK_TEAM'])
      if (held.length === 0) await bind(world, 'A.0.1', caseId, 'WORK_TEAM')
    },
    versionOf: async (measureId: string): Promise<number> =>
      (await one('SELECT version FROM measures WHERE id = $1', [measureId]))[0]?.version,
    /** How often the server has each of these. */
    stored: async (ids: string[]): Promise<Map<string, number>> => {
      const tables = ['visits', 'progress_updates', 'work_records', 'attachments']
      const union = tables.map((table) => `SELECT id FROM ${table}`).join(' UNION ALL ')
      const sql = `SELECT id, count(*)::int AS times FROM (${union}) AS every WHERE id = ANY ($1) GROUP BY id`
      return new Map((await one(sql, [ids])).map(({ id, times }) => [id, times]))
    },
    /** The texts on the timelines and the files told of, in the order in which they were recorded. */
    told: async () => {
      const rows = await one(
        "SELECT kind, details->>'text' AS text FROM events WHERE kind IN ('visitLogged', 'progressAdded', 'recordLogged', 'attachmentAdded') ORDER BY at, seq",
        [],
      )
      return {
        texts: rows.filter(({ kind }) => kind !== 'attachmentAdded').map(({ text }) => text),
        files: rows.filter(({ kind }) => kind === 'attachmentAdded').length,
      }
    },
  }
}

export type PhoneScene = Awaited<ReturnType<typeof phoneScene>>

let clock = 0

/** An item as the forms of the phone make it, waiting to be sent. */
function written(kind: ItemKind, input: Item['input'], change: Partial<Item> = {}): Item {
  clock += 1
  return {
    id: newId(),
    schema: itemSchema,
    kind,
    state: 'queued',
    belongsTo: null,
    revision: 0,
    queuedAt: clock,
    attempts: 0,
    title: '',
    input,
    ...change,
  }
}

export function visitTo(caseId: string, found: string): Item {
  return written('visit', { caseId, day: '2026-03-11', found })
}

export function progressOn(
  scene: { caseId: string; measureId: string },
  version: number,
  text: string,
) {
  const item = written('progress', {})
  const input = { ...scene, id: item.id, version, percent: '40', happenedOn: '2026-03-11', text }
  return { ...item, input }
}

export function recordOf(caseId: string, text: string): Item {
  const detail = { by: 'DEPARTMENT' }
  return written('record', { caseId, kind: 'HELP_GIVEN', day: '2026-03-11', text, detail })
}

export function photoFor(parent: Item): Item {
  return written('photo', { name: '照片.jpg', mediaType: 'image/jpeg' }, { belongsTo: parent.id })
}

/** A picture of noise: no two are alike, and none gets smaller by packing. */
export async function picture(random: () => number, side = 24): Promise<Uint8Array<ArrayBuffer>> {
  const raw = Buffer.from(Array.from({ length: side * side * 3 }, () => Math.floor(random() * 256)))
  const jpeg = await sharp(raw, { raw: { width: side, height: side, channels: 3 } })
    .jpeg()
    .toBuffer()
  return new Uint8Array(jpeg)
}

/** The phone as it is after everything on it was read and taken away. */
export async function emptyPhone(key: DataKey, person: string): Promise<void> {
  const { items } = await readItems(key, person)
  await dropItems(items.map(({ id }) => id))
}
