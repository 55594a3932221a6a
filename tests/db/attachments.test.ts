import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { formTeam } from '@/lib/acceptance/sheet-commands'
import { addAttachment } from '@/lib/attachments/commands'
import { hashOf } from '@/lib/attachments/contents'
import { readAttachment } from '@/lib/attachments/read-commands'
import { addAttachmentInput } from '@/lib/attachments/schema'
import { readKept } from '@/lib/attachments/store'
import { read } from '@/lib/db'
import { env } from '@/lib/env'
import { recordFollowUp } from '@/lib/follow-ups/commands'
import { newId } from '@/lib/ids'
import { readInternal } from '@/lib/internal-notes/queries'
import type { SubjectKind } from '@/prisma/generated/enums'
import { type AcceptedAt, acceptedAt, freeMembers, openRound } from '@/tests/support/case-accepted'
import { eventsOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
let kase: AcceptedAt
let decisionId: string
const { owner } = databaseOfThisFile()

const pdf = (text = 'x') => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`)
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

beforeAll(async () => {
  world = await makeWorld()
  kase = await acceptedAt(world, 'CLOSED', { village: 'A.0.0' })
  const decision = await read(await world.viewer('A.office'), (tx) =>
    tx.decision.findFirstOrThrow({ where: { caseId: kase.caseId, purpose: 'CLOSING' } }),
  )
  decisionId = decision.id
})

type Upload = {
  bytes?: Uint8Array<ArrayBuffer>
  name?: string
  kind?: SubjectKind
  id?: string
  internal?: boolean
}

const add = async (who: string, input: Parameters<typeof addAttachment>[1]) =>
  (await addAttachment(await world.viewer(who), input)).id

async function upload(who: string, given: Upload = {}) {
  const { bytes = pdf(), name = '扫描件.pdf', kind = 'CASE', id = kase.caseId } = given
  return add(who, {
    caseId: kase.caseId,
    subject: { kind, id },
    file: new File([bytes], name),
    internal: given.internal ?? false,
  })
}
const get = async (who: string, id: string) => readAttachment(await world.viewer(who), id)
const listed = async (who: string) =>
  read(await world.viewer(who), async (tx) =>
    (await tx.attachment.findMany({ where: { caseId: kase.caseId } })).map((row) => row.id),
  )
const events = () => eventsOf(world, kase.village, kase.caseId)

describe('adding', () => {
  test('keeps the content under its hash and tells the timeline', async () => {
    const bytes = pdf('闭环')
    const id = await upload('A.township', { bytes, name: '../销号表.pdf' })
    const sha256 = hashOf(bytes)
    expect(await get('A.office', id)).toEqual({
      name: '销号表.pdf',
      mediaType: 'application/pdf',
      sha256,
      remade: false,
    })
    expect(Buffer.compare(await readKept(sha256), Buffer.from(bytes))).toBe(0)
    const place = path.join(env().FILES_DIR, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    expect((await readFile(place)).length).toBe(bytes.length)
    expect((await events()).at(-1)).toBe('attachmentAdded')
  })

  test('the type is told by the content, whatever the name says', async () => {
    const id = await upload('A.township', { bytes: png, name: '其实是图片.pdf' })
    expect(await get('A.township', id)).toMatchObject({
      mediaType: 'image/png',
      name: '其实是图片.png',
    })
    const before = await events()
    const html = new TextEncoder().encode('<html><script>alert(1)</script></html>')
    await expect(upload('A.township', { bytes: html, name: '表.pdf' })).rejects.toMatchObject({
      issues: [{ field: 'file', code: 'fileTypeRefused' }],
    })
    expect(await events()).toEqual(before)
  })

  test('more than 20 MB, nothing and no file are refused by the schema', () => {
    const common = { caseId: kase.caseId, subject: `CASE:${kase.caseId}` }
    const codes = (file: unknown) =>
      addAttachmentInput.safeParse({ ...common, file }).error?.issues.map((issue) => issue.message)
    expect(codes(new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'a.pdf'))).toEqual([
      'fileTooLarge',
    ])
    expect(codes(new File([], 'a.pdf'))).toEqual(['fileEmpty'])
    expect(codes(undefined)).toEqual(['fileMissing'])
    expect(codes(new File([pdf()], 'a.pdf'))).toBeUndefined()
  })

  test('a record of another case, and one that does not exist, are not found', async () => {
    await expect(upload('A.office', { kind: 'DECISION', id: newId() })).rejects.toMatchObject({
      status: 404,
    })
    await expect(upload('A.office', { kind: 'CASE', id: newId() })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('helpers add to their own work only, inspectors nothing, others find no case', async () => {
    await expect(upload('A.helper', { kind: 'DECISION', id: decisionId })).rejects.toMatchObject({
      status: 403,
    })
    await expect(upload('A.helper', { internal: true })).rejects.toMatchObject({ status: 403 })
    await expect(upload('A.leader')).rejects.toMatchObject({ status: 403 })
    await expect(upload('A.inspector')).rejects.toMatchObject({ status: 404 })
    await expect(upload('A.other-township')).rejects.toMatchObject({ status: 404 })
    await expect(upload('B.office')).rejects.toMatchObject({ status: 404 })
    const id = await upload('A.helper', {
      bytes: pdf('帮扶'),
      kind: 'MEASURE',
      id: kase.measures[1]?.id,
    })
    expect((await get('A.team', id)).name).toBe('扫描件.pdf')
  })

  test('what was added is never changed or taken away, by the owner either', async () => {
    const id = await upload('A.office')
    await expect(
      owner.query(`UPDATE attachments SET name = 'x' WHERE id = $1`, [id]),
    ).rejects.toThrow('append-only')
    await expect(owner.query('DELETE FROM attachments WHERE id = $1', [id])).rejects.toThrow(
      'append-only',
    )
  })
})

describe('reading', () => {
  test('by its direct address out of scope is 404', async () => {
    const id = await upload('A.township', { bytes: pdf('私') })
    for (const who of ['A.other-township', 'A.inspector', 'A.admin', 'B.office', 'B.township']) {
      await expect(get(who, id), who).rejects.toMatchObject({ status: 404 })
      expect(await listed(who), who).toEqual([])
    }
    for (const who of ['A.office-2', 'A.township-2', 'A.leader', 'A.helper', 'A.team']) {
      expect((await get(who, id)).name, who).toBe('扫描件.pdf')
    }
  })

  test('scans of decisions are for office, township and linked leader, not for helper or team', async () => {
    const id = await upload('A.office', { kind: 'DECISION', id: decisionId })
    for (const who of ['A.helper', 'A.team']) {
      await expect(get(who, id), who).rejects.toMatchObject({ status: 404 })
      expect(await listed(who), who).not.toContain(id)
    }
    for (const who of ['A.township', 'A.leader']) {
      expect((await get(who, id)).mediaType, who).toBe('application/pdf')
    }
  })

  test('a leader not linked to the village reads its overview, not its papers', async () => {
    const other = await acceptedAt(world, 'READY', { village: 'A.0.1' })
    await owner.query(
      `UPDATE assignments SET to_on = from_on WHERE case_id = $1 AND slot = 'COUNTY_LEADER'`,
      [other.caseId],
    )
    const id = await add('A.township', {
      caseId: other.caseId,
      subject: { kind: 'CASE', id: other.caseId },
      file: new File([pdf()], 'a.pdf'),
      internal: false,
    })
    await expect(get('A.leader', id)).rejects.toMatchObject({ status: 404 })
  })

  test('内部: the county office and who put it in; each reading is an event of theirs', async () => {
    const id = await upload('A.township', {
      bytes: pdf('内'),
      name: '联审结果.pdf',
      internal: true,
    })
    for (const who of [
      'A.township-2',
      'A.helper',
      'A.team',
      'A.leader',
      'A.inspector',
      'A.other-township',
    ]) {
      await expect(get(who, id), who).rejects.toMatchObject({ status: 404 })
      expect(await listed(who), who).not.toContain(id)
    }
    await get('A.office', id)
    expect((await events()).slice(-2)).toEqual(['attachmentAdded', 'attachmentRead'])
    const seen = await read(await world.viewer('A.township'), (tx) =>
      tx.event.findMany({ where: { caseId: kase.caseId, internal: true } }),
    )
    expect(seen).toEqual([])
    const { rows } = await owner.query(
      `SELECT details::text AS words FROM events WHERE case_id = $1 AND internal`,
      [kase.caseId],
    )
    expect(rows.map((row) => row.words).join()).not.toContain('联审结果')
  })

  test('an inspector on the acceptance team reads its papers, never the 内部 ones', async () => {
    const other = await acceptedAt(world, 'COUNTY_ACCEPTANCE', { village: 'A.0.2' })
    await formTeam(await world.viewer('A.office'), {
      ...(await openRound(world, other)),
      members: freeMembers.map((member, index) =>
        index === 2 ? { ...member, userId: world.users['A.inspector'] } : member,
      ),
    })
    const addOne = (internal: boolean) =>
      add('A.office', {
        caseId: other.caseId,
        subject: { kind: 'CASE', id: other.caseId },
        file: new File([pdf(`${internal}`)], 'a.pdf'),
        internal,
      })
    const [open, internal] = [await addOne(false), await addOne(true)]
    expect((await get('A.inspector', open)).name).toBe('a.pdf')
    await expect(get('A.inspector', internal)).rejects.toMatchObject({ status: 404 })
    await expect(
      addAttachment(await world.viewer('A.inspector'), {
        caseId: other.caseId,
        subject: { kind: 'CASE', id: other.caseId },
        file: new File([pdf()], 'a.pdf'),
        internal: false,
      }),
    ).rejects.toMatchObject({ status: 403 })
  })

  test('a file altered on the disk is not handed out', async () => {
    const bytes = pdf('原件')
    const id = await upload('A.office', { bytes })
    const { sha256 } = await get('A.office', id)
    const place = path.join(env().FILES_DIR, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    const { writeFile } = await import('node:fs/promises')
    await writeFile(place, pdf('换过'))
    await expect(readKept(sha256)).rejects.toThrow('altered')
  })
})

describe('内部 notes', () => {
  test('reach the county office, and the township only where marked for it', async () => {
    const followUps = await read(await world.viewer('A.office'), (tx) =>
      tx.followUp.findMany({ where: { caseId: kase.caseId }, orderBy: { month: 'asc' } }),
    )
    const [first, second] = followUps
    const visit = (index: number, forTownship: boolean) => ({
      caseId: kase.caseId,
      followUpId: followUps[index]?.id ?? '',
      version: 1,
      doneOn: kase.on,
      result: 'STABLE' as const,
      text: '情况稳定',
      internal: {
        text: `宗族情况${index}`,
        paperFileNo: '〔2026〕内1',
        forTownship,
        readerIds: [],
      },
    })
    const office = await world.viewer('A.office')
    await recordFollowUp(office, visit(0, false))
    await recordFollowUp(office, visit(1, true))
    const notes = async (who: string) =>
      Object.keys(await readInternal(await world.viewer(who), kase.caseId))
    expect(await notes('A.office-2')).toEqual([first?.id, second?.id])
    expect(await notes('A.township')).toEqual([second?.id])
    for (const who of [
      'A.helper',
      'A.team',
      'A.leader',
      'A.inspector',
      'A.other-township',
      'B.office',
    ]) {
      expect(await notes(who), who).toEqual([])
    }
    const { rows } = await owner.query(
      `SELECT details::text AS words FROM events WHERE case_id = $1`,
      [kase.caseId],
    )
    expect(rows.map((row) => row.words).join()).not.toContain('宗族')
  })
})
