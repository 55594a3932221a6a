import { beforeAll, describe, expect, test } from 'vitest'
import { apiAttachments } from '@/lib/api/attachment-views'
import { addAttachment } from '@/lib/attachments/commands'
import { hashOf } from '@/lib/attachments/contents'
import { readFilesOf } from '@/lib/attachments/list-queries'
import { readAttachment, readThumbnail } from '@/lib/attachments/read-commands'
import { readKept } from '@/lib/attachments/store'
import { readSharedPhotos } from '@/lib/attachments/twins-queries'
import { fromDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { withdrawVisit } from '@/lib/visits/change-commands'
import { logVisit } from '@/lib/visits/commands'
import { logVisitInput } from '@/lib/visits/schema'
import type { SubjectKind } from '@/prisma/generated/enums'
import { bind, caseAt } from '@/tests/support/case-at'
import { addCast } from '@/tests/support/cast'
import { carryCommitment } from '@/tests/support/commitments'
import { databaseOfThisFile } from '@/tests/support/database'
import { pngOf } from '@/tests/support/pictures'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
/** Two cases of A.0, the same people bound to both. */
let caseId: string
let otherCaseId: string

beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
  caseId = await bound('A.0.0')
  otherCaseId = await bound('A.0.1')
})

async function bound(village: string) {
  const { caseId: id } = await caseAt(world, 'PLANNING', { village, on: '2026-03-02' })
  await bind(world, village, id, 'WORK_TEAM')
  await bind(world, village, id, 'HELPER_UNIT')
  await transaction(await world.viewer('A.office'), (tx) =>
    tx.assignment.create({
      data: {
        id: newId(),
        caseId: id,
        slot: 'COUNTY_LEADER',
        userId: world.users['A.leader'] ?? '',
        fromOn: fromDay('2026-03-02'),
      },
      select: { id: true },
    }),
  )
  return id
}

const log = async (who: string, of = caseId) =>
  logVisit(
    await world.viewer(who),
    logVisitInput.parse({ id: newId(), caseId: of, day: '2026-03-08', found: '入户走访三户。' }),
  )
const withdraw = async (who: string, visitId: string) =>
  withdrawVisit(await world.viewer(who), { visitId, version: 1, reason: '记重了' })

type Given = { kind?: SubjectKind; id: string; of?: string; key?: string; bytes?: Uint8Array }
async function add(who: string, { kind = 'VISIT', id, of = caseId, key, bytes }: Given) {
  const content = Uint8Array.from(bytes ?? (await pngOf()))
  return addAttachment(await world.viewer(who), {
    id: key,
    caseId: of,
    subject: { kind, id },
    file: new File([content], '入户.png'),
    internal: false,
  })
}
const files = async (who: string, visitId: string, of = caseId) =>
  readFilesOf(await world.viewer(who), of, 'VISIT', [visitId])
const rows = async (visitId: string) =>
  (await owner.query('SELECT id FROM attachments WHERE subject_id = $1', [visitId])).rows.length
const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`)

describe('files of a visit', () => {
  test('come from whoever wrote it: township, team, helper unit, linked leader', async () => {
    for (const who of ['A.township', 'A.team', 'A.helper', 'A.leader']) {
      const { id } = await log(who)
      expect((await add(who, { id })).mediaType, who).toBe('image/png')
      const { files: seen, addable } = await files(who, id)
      expect([seen.length, seen[0]?.pictured, addable], who).toEqual([1, true, true])
    }
  })

  test('not from others, not to a visit of another case, not to one taken back', async () => {
    const { id } = await log('A.team')
    for (const who of ['A.township', 'A.helper', 'A.leader', 'A.township-2']) {
      await expect(add(who, { id }), who).rejects.toMatchObject({ status: 404 })
    }
    await expect(add('A.office', { id })).rejects.toMatchObject({ status: 403 })
    for (const who of ['A.other-township', 'A.other-helper', 'A.inspector', 'B.office']) {
      await expect(add(who, { id }), who).rejects.toMatchObject({ status: 404 })
    }
    await expect(add('A.team', { id, of: otherCaseId })).rejects.toMatchObject({ status: 404 })
    await withdraw('A.team', id)
    await expect(add('A.team', { id })).rejects.toMatchObject({ status: 404 })
    expect(await rows(id)).toBe(0)
  })

  test('nor from the work team to what the township itself committed to', async () => {
    const village = 'A.0.0'
    const ofTownship = { caseId, level: 'TOWNSHIP', position: 'TOWNSHIP_COMMITTEE' }
    const own = await carryCommitment(world, ofTownship, { village, until: 'PUBLISHED' })
    const secretarys = await carryCommitment(world, { caseId }, { village, until: 'PUBLISHED' })
    const kind = 'COMMITMENT'
    await expect(add('A.team', { kind, id: own })).rejects.toMatchObject({ status: 404 })
    await add('A.township', { kind, id: own })
    await add('A.team', { kind, id: secretarys })
  })

  test('stay readable when it is taken back, and are marked', async () => {
    const { id } = await log('A.team')
    const file = await add('A.team', { id })
    await withdraw('A.team', id)
    const { files: seen, addable } = await files('A.township', id)
    expect([seen[0]?.id, seen[0]?.withdrawn, addable]).toEqual([file.id, true, false])
    expect((await readAttachment(await world.viewer('A.township'), file.id)).name).toBe('入户.png')
  })

  test('by direct address, small picture and API: only to whom the case’s records are open', async () => {
    const { id } = await log('A.team')
    const file = await add('A.team', { id })
    const asked = { caseId, subject: { kind: 'VISIT' as const, id }, limit: 50 }
    for (const who of ['A.office', 'A.township-2', 'A.leader', 'A.helper', 'A.team']) {
      const viewer = await world.viewer(who)
      expect((await readAttachment(viewer, file.id)).mediaType, who).toBe('image/png')
      expect((await readKept(await readThumbnail(viewer, file.id))).length, who).toBeGreaterThan(9)
      expect((await apiAttachments(viewer, asked)).items, who).toMatchObject([
        { id: file.id, thumbnail: true, withdrawn: false, subject: { kind: 'VISIT', id } },
      ])
    }
    const outside = ['A.other-township', 'A.other-helper', 'A.inspector']
    for (const who of [...outside, 'A.admin', 'B.office', 'B.township']) {
      const viewer = await world.viewer(who)
      await expect(readAttachment(viewer, file.id), who).rejects.toMatchObject({ status: 404 })
      await expect(readThumbnail(viewer, file.id), who).rejects.toMatchObject({ status: 404 })
      await expect(apiAttachments(viewer, asked), who).rejects.toMatchObject({ status: 404 })
      await expect(files(who, id), who).rejects.toMatchObject({ status: 404 })
    }
    // A leader not linked to the village reads its overview, not its papers.
    const unlinked = await world.viewer('A.unlinked-leader')
    await expect(readAttachment(unlinked, file.id)).rejects.toMatchObject({ status: 404 })
    await expect(apiAttachments(unlinked, asked)).rejects.toMatchObject({ status: 403 })
    expect(await readFilesOf(unlinked, caseId, 'VISIT', [id])).toMatchObject({
      open: false,
      files: [],
    })
  })
})

describe('sent more than once', () => {
  test('ten times at once it is stored once, and each gets the same answer', async () => {
    const { id } = await log('A.team')
    const key = newId()
    const bytes = await pngOf('#123456')
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => add('A.team', { id, key, bytes })),
    )
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1)
    expect(new Set(answers.map(({ repeated: _, ...rest }) => JSON.stringify(rest))).size).toBe(1)
    expect(await rows(id)).toBe(1)
  })

  test('another content, record or person under the same id is refused', async () => {
    const { id } = await log('A.team')
    const key = newId()
    await add('A.team', { id, key, bytes: pdf('一') })
    const taken = { status: 409, code: 'attachmentIdTaken' }
    await expect(add('A.team', { id, key, bytes: pdf('二') })).rejects.toMatchObject(taken)
    const again = await log('A.team')
    await expect(add('A.team', { id: again.id, key, bytes: pdf('一') })).rejects.toMatchObject(
      taken,
    )
    const of = { kind: 'CASE' as const, id: caseId }
    await expect(add('A.township', { ...of, key, bytes: pdf('一') })).rejects.toMatchObject(taken)
    expect(await rows(id)).toBe(1)
  })
})

describe('fifty a record', () => {
  test('the 51st is refused, also when two arrive together', async () => {
    const { id } = await log('A.team')
    await owner.query(
      `INSERT INTO attachments (id, case_id, subject_kind, subject_id, name, media_type, bytes, sha256)
        SELECT gen_random_uuid(), $1, 'VISIT', $2, 'a.pdf', 'application/pdf', 1, 'x' FROM generate_series(1, 49)`,
      [caseId, id],
    )
    const two = await Promise.allSettled([
      add('A.team', { id, bytes: pdf('甲') }),
      add('A.team', { id, bytes: pdf('乙') }),
    ])
    const refused = two.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toMatchObject([
      { issues: [{ field: 'file', code: 'tooManyFiles', params: { max: 50 } }] },
    ])
    expect(await rows(id)).toBe(50)
    // Another record of the case has room of its own.
    const { id: next } = await log('A.team')
    await expect(add('A.team', { id: next })).resolves.toMatchObject({ repeated: false })
  })
})

describe('readings', () => {
  test('each is written down for the county office; looking at small pictures is none', async () => {
    const { id } = await log('A.team')
    const file = await add('A.team', { id, bytes: await pngOf('#0a0b0c') })
    for (const who of ['A.township', 'A.leader', 'A.township']) {
      await readAttachment(await world.viewer(who), file.id)
    }
    await readThumbnail(await world.viewer('A.helper'), file.id)
    const seen = (await files('A.office', id)).files[0]?.readings
    expect(seen?.count).toBe(3)
    expect(new Set(seen?.latest.map(({ name }) => name)).size).toBe(2)
    for (const who of ['A.township', 'A.team', 'A.helper', 'A.leader', 'B.office']) {
      const viewer = await world.viewer(who)
      expect(await read(viewer, (tx) => tx.attachmentRead.count()), who).toBe(0)
      if (who === 'B.office') continue
      expect((await files(who, id)).files[0], who).not.toHaveProperty('readings')
    }
    // Nobody writes a reading in another's name, or changes one.
    const forged = { id: newId(), caseId, attachmentId: file.id, role: 'TOWNSHIP' as const }
    await expect(
      transaction(await world.viewer('A.township'), (tx) =>
        tx.attachmentRead.createMany({
          data: { ...forged, readerId: world.users['A.helper'] ?? '' },
        }),
      ),
    ).rejects.toThrow()
    await expect(owner.query('DELETE FROM attachment_reads')).rejects.toThrow('append-only')
  })
})

describe('one photo on several records', () => {
  test('is a question for the county office, and for nobody else', async () => {
    const bytes = await pngOf('#c0ffee')
    const first = await log('A.team')
    const second = await log('A.helper', otherCaseId)
    const one = await add('A.team', { id: first.id, bytes })
    await add('A.team', { id: first.id, bytes })
    const other = await add('A.helper', { id: second.id, of: otherCaseId, bytes })
    const twins = (await files('A.office', first.id)).files[0]?.twins
    expect(twins).toMatchObject([
      { id: other.id, caseId: otherCaseId, subjectKind: 'VISIT', subjectId: second.id },
    ])
    for (const who of ['A.township', 'A.team', 'A.helper', 'A.leader']) {
      expect((await files(who, first.id)).files[0], who).not.toHaveProperty('twins')
      const viewer = await world.viewer(who)
      await expect(readSharedPhotos(viewer), who).rejects.toMatchObject({ status: 403 })
    }
    const shared = async () =>
      (await readSharedPhotos(await world.viewer('A.office'))).filter(({ uses }) =>
        uses.some(({ id }) => id === one.id),
      )
    expect((await shared())[0]?.uses).toHaveLength(3)
    expect(await readSharedPhotos(await world.viewer('B.office'))).toEqual([])
    // Taken back and logged anew is no second use.
    await withdraw('A.helper', second.id)
    expect(await shared()).toEqual([])
    expect((await files('A.office', first.id)).files[0]?.twins).toEqual([])
  })

  test('also where another version of the product had made it differently', async () => {
    const bytes = await pngOf('#facade')
    const [first, second] = [await log('A.team'), await log('A.team')]
    const { id } = await add('A.team', { id: first.id, bytes })
    await owner.query(
      `INSERT INTO attachments (id, case_id, subject_kind, subject_id, name, media_type, bytes, sha256, sent_sha256)
        VALUES (gen_random_uuid(), $1, 'VISIT', $2, 'a.png', 'image/png', 1, 'otherwise', $3)`,
      [caseId, second.id, hashOf(bytes)],
    )
    const shared = await readSharedPhotos(await world.viewer('A.office'))
    const group = shared.find(({ uses }) => uses.some((use) => use.id === id))
    expect(group?.uses.map(({ subjectId }) => subjectId).sort()).toEqual(
      [first.id, second.id].sort(),
    )
    // Two papers of the same content are nobody's question.
    await add('A.team', { id: first.id, bytes: pdf('同') })
    await add('A.team', { id: second.id, bytes: pdf('同') })
    expect(await readSharedPhotos(await world.viewer('A.office'))).toHaveLength(shared.length)
  })
})
