import { beforeAll, expect, test } from 'vitest'
import { addAttachment } from '@/lib/attachments/commands'
import { newId } from '@/lib/ids'
import { addRecord } from '@/lib/records/commands'
import { addRecordInput } from '@/lib/records/schema'
import { logVisit } from '@/lib/visits/commands'
import { logVisitInput } from '@/lib/visits/schema'
import { bind, caseAt } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

/*
 * A phone sends, the answer is lost, and before it sends again the village is somebody else's: what
 * arrived is answered as stored, whatever it was; what did not arrive stays out of reach.
 */
const { owner } = databaseOfThisFile()
const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`)
let world: World
let caseId: string
let visit: ReturnType<typeof visitOn>
let record: ReturnType<typeof recordOn>
const photoId = newId()

const visitOn = (id: string) =>
  logVisitInput.parse({ id: newId(), caseId: id, day: '2026-03-08', found: '水渠已通。' })
const recordOn = (id: string) =>
  addRecordInput.parse({
    ...{ id: newId(), caseId: id, kind: 'HELP_GIVEN', day: '2026-03-08' },
    ...{ text: '送来果苗三千株。', detail: { by: 'DEPARTMENT' } },
  })
const team = () => world.viewer('A.team')
const photo = async (id: string, text = 'x', who = 'A.team') =>
  addAttachment(await world.viewer(who), {
    id,
    caseId,
    subject: { kind: 'VISIT', id: visit.id },
    file: new File([pdf(text)], '照片.pdf'),
    internal: false,
  })

beforeAll(async () => {
  world = await makeWorld()
  caseId = (await caseAt(world, 'PLANNING', { village: 'A.0.0', on: '2026-03-02' })).caseId
  await bind(world, 'A.0.0', caseId, 'WORK_TEAM')
  ;[visit, record] = [visitOn(caseId), recordOn(caseId)]
  await logVisit(await team(), visit)
  await addRecord(await team(), record)
  await photo(photoId)
  await owner.query(
    `UPDATE assignments SET to_on = from_on WHERE case_id = $1 AND slot = 'WORK_TEAM'`,
    [caseId],
  )
})

test('a visit, a record and a file that arrived are answered as stored', async () => {
  expect(await logVisit(await team(), visit)).toEqual({ id: visit.id, version: 1 })
  expect(await addRecord(await team(), record)).toEqual({ id: record.id, version: 1 })
  expect(await photo(photoId)).toMatchObject({ id: photoId, repeated: true })
})

test('another content under the same id is not', async () => {
  const other = { found: '另一段话' }
  await expect(logVisit(await team(), { ...visit, ...other })).rejects.toMatchObject({
    code: 'entrySentOtherwise',
  })
  await expect(
    addRecord(await team(), { ...record, text: '另一段话' } as typeof record),
  ).rejects.toMatchObject({ code: 'entrySentOtherwise' })
  await expect(photo(photoId, 'y')).rejects.toMatchObject({ code: 'attachmentIdTaken' })
})

test('what is new is refused, and so is what somebody else sent', async () => {
  const gone = { status: 404 }
  await expect(logVisit(await team(), visitOn(caseId))).rejects.toMatchObject(gone)
  await expect(addRecord(await team(), recordOn(caseId))).rejects.toMatchObject(gone)
  await expect(photo(newId())).rejects.toMatchObject(gone)
  const stranger = await world.viewer('A.helper')
  await expect(logVisit(stranger, visit)).rejects.toMatchObject(gone)
  await expect(addRecord(stranger, record)).rejects.toMatchObject(gone)
  await expect(photo(photoId, 'x', 'A.helper')).rejects.toMatchObject(gone)
})
