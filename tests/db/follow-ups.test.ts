import { beforeAll, expect, test } from 'vitest'
import { propose } from '@/lib/cases/commands'
import { read } from '@/lib/db'
import { recordFollowUp } from '@/lib/follow-ups/commands'
import { type AcceptedAt, acceptedAt } from '@/tests/support/case-accepted'
import { eventsOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
let kase: AcceptedAt
const { owner } = databaseOfThisFile()

beforeAll(async () => {
  world = await makeWorld()
  kase = await acceptedAt(world, 'CLOSED', { village: 'A.0.0' })
})

const rows = async (caseId = kase.caseId) =>
  read(await world.viewer('A.office'), (tx) =>
    tx.followUp.findMany({ where: { caseId }, orderBy: { month: 'asc' } }),
  )
const events = () => eventsOf(world, kase.village, kase.caseId)
const input = async (index: number) => ({
  caseId: kase.caseId,
  followUpId: (await rows())[index]?.id ?? '',
  version: 1,
  doneOn: '2026-06-08',
  result: 'STABLE' as const,
  text: '班子运转正常',
  internal: undefined,
})
const inJune = (who: string) => world.viewer(who, '2026-06-10')

test('a follow-up turns yellow three working days before it is due', async () => {
  const [first] = await rows()
  // Due Wed 10 June: three working days before is Fri 5 June.
  expect(first?.yellowOn.toISOString().slice(0, 10)).toBe('2026-06-05')
  expect(first?.redOn.toISOString().slice(0, 10)).toBe('2026-06-11')
})

test('helper, team, inspector 403 or 404, other township 404, future and early dates refused', async () => {
  const before = await events()
  const visit = await input(0)
  await expect(recordFollowUp(await inJune('A.helper'), visit)).rejects.toMatchObject({
    status: 403,
  })
  await expect(recordFollowUp(await inJune('A.inspector'), visit)).rejects.toMatchObject({
    status: 404,
  })
  await expect(recordFollowUp(await inJune('A.other-township'), visit)).rejects.toMatchObject({
    status: 404,
  })
  const township = await inJune('A.township')
  await expect(recordFollowUp(township, { ...visit, doneOn: '2026-06-11' })).rejects.toMatchObject({
    issues: [{ field: 'doneOn', code: 'dateInFuture' }],
  })
  await expect(recordFollowUp(township, { ...visit, doneOn: '2026-03-09' })).rejects.toMatchObject({
    issues: [{ field: 'doneOn', code: 'followUpBeforeClosing' }],
  })
  expect(await events()).toEqual(before)
})

test('the township records one, once; it is frozen from then on', async () => {
  const visit = await input(0)
  await recordFollowUp(await inJune('A.township'), visit)
  expect((await rows())[0]).toMatchObject({ result: 'STABLE', doneByName: 'Atownship', version: 2 })
  expect((await events()).at(-1)).toBe('followUpRecorded')
  await expect(
    recordFollowUp(await inJune('A.office'), { ...visit, version: 2 }),
  ).rejects.toMatchObject({ status: 409, meanwhile: { kind: 'followUpRecorded' } })
  await expect(
    owner.query(`UPDATE follow_ups SET result = 'RELAPSED' WHERE id = $1`, [visit.followUpId]),
  ).rejects.toThrow('frozen')
})

test('a case that is not closed has no follow-ups to record', async () => {
  const open = await acceptedAt(world, 'CONSOLIDATING', { village: 'A.0.1' })
  expect(await rows(open.caseId)).toEqual([])
  await expect(
    recordFollowUp(await inJune('A.township'), { ...(await input(1)), caseId: open.caseId }),
  ).rejects.toMatchObject({ status: 409, code: 'wrongStage' })
})

test('a relapse is recorded, and the village proposed again is linked to this case', async () => {
  await recordFollowUp(await inJune('A.township'), { ...(await input(1)), result: 'RELAPSED' })
  const township = await inJune('A.township')
  const proposal = {
    villageId: world.villages[kase.village] ?? '',
    proposal: '回访发现反弹',
    findings: [{ kindId: world.kinds[0] ?? '', title: '班子又散了', cause: '', evidence: '' }],
  }
  await expect(propose(township, proposal)).rejects.toMatchObject({
    code: 'relapseOrNot',
    params: { closedOn: worldDay },
  })
  const later = await propose(township, { ...proposal, relapse: 'yes' })
  const linked = await read(await world.viewer('A.office'), (tx) =>
    tx.case.findUniqueOrThrow({ where: { id: later } }),
  )
  expect(linked.previousCaseId).toBe(kase.caseId)
  expect((await events()).at(-1)).toBe('relapseLinked')
})

test('helper and team read the closed case for the year of follow-up, and then no longer', async () => {
  const sees = async (who: string, on: string) =>
    read(await world.viewer(who, on), (tx) => tx.case.count({ where: { id: kase.caseId } }))
  expect(await sees('A.helper', '2027-03-10')).toBe(1)
  expect(await sees('A.helper', '2027-03-11')).toBe(0)
  expect(await sees('A.township', '2027-03-11')).toBe(1)
})
