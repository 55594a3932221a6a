import { beforeAll, describe, expect, test } from 'vitest'
import { annul } from '@/lib/cases/annul-commands'
import { close, fileAtPrefecture } from '@/lib/closure/commands'
import { parseCriteria } from '@/lib/closure/stored'
import { read } from '@/lib/db'
import { recordException } from '@/lib/exceptions/commands'
import { recordFollowUp } from '@/lib/follow-ups/commands'
import { type AcceptedAt, acceptedAt, actor, closing, onCase } from '@/tests/support/case-accepted'
import { eventsOf, stateOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
let kase: AcceptedAt
const { owner } = databaseOfThisFile()
const number = '鹿组销〔2026〕1号'

beforeAll(async () => {
  world = await makeWorld()
  kase = await acceptedAt(world, 'CONSOLIDATING', { village: 'A.0.0' })
})

const events = (of: AcceptedAt) => eventsOf(world, of.village, of.caseId)
const now = async (of: AcceptedAt) => ({ ...of, ...(await stateOf(world, of.village, of.caseId)) })
const input = () => ({ ...onCase(kase), ...closing(worldDay, number) })
const office = () => world.viewer('A.office')

describe('closing', () => {
  test('the township 403, another township 404, stale 409, wrong stage 409', async () => {
    const before = await events(kase)
    await expect(close(await world.viewer('A.township'), input())).rejects.toMatchObject({
      status: 403,
    })
    await expect(close(await world.viewer('A.other-township'), input())).rejects.toMatchObject({
      status: 404,
    })
    await expect(close(await office(), { ...input(), version: 1 })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    const early = await acceptedAt(world, 'COUNTY_ACCEPTANCE', { village: 'A.0.1' })
    await expect(
      close(await office(), { ...onCase(early), ...closing(worldDay) }),
    ).rejects.toMatchObject({ code: 'wrongStage' })
    expect(await events(kase)).toEqual(before)
  })

  test('a missing step of the chain and wrong dates are named', async () => {
    const { DEPARTMENT_MEETING: _, ...decisions } = input().decisions
    await expect(close(await office(), { ...input(), decisions })).rejects.toMatchObject({
      issues: [{ field: 'decisions.DEPARTMENT_MEETING.body', code: 'decisionStepMissing' }],
    })
    await expect(
      close(await office(), { ...input(), closedOn: '2026-03-09' }),
    ).rejects.toMatchObject({
      issues: [
        { field: 'closedOn', code: 'closedBeforeAcceptance', params: { passedOn: worldDay } },
      ],
    })
    await expect(
      close(await office(), { ...input(), closedOn: '2026-03-11' }),
    ).rejects.toMatchObject({ issues: [{ field: 'closedOn', code: 'dateInFuture' }] })
  })

  test('a gate that does not hold stops the county office too', async () => {
    await owner.query(
      `UPDATE reserve_cadres SET to_on = '2026-01-01' WHERE village_id = (SELECT village_id FROM cases WHERE id = $1)`,
      [kase.caseId],
    )
    await expect(close(await office(), input())).rejects.toMatchObject({
      code: 'gateClosed',
      reasons: [{ code: 'criterion.leadingTeam' }],
    })
  })

  test('a recorded exception opens it, and is kept with the list as it stood', async () => {
    await recordException(await office(), {
      caseId: kase.caseId,
      criterion: 'leadingTeam',
      decision: { body: '部务会', decidedOn: worldDay, documentNo: '纪要3', result: '' },
      reason: '全村党员14名，后备力量确有困难',
    })
    await close(await office(), input())
    const row = await read(await office(), (tx) =>
      tx.case.findUniqueOrThrow({
        where: { id: kase.caseId },
        include: { closures: true, followUps: { orderBy: { month: 'asc' } } },
      }),
    )
    expect(row).toMatchObject({ stage: 'CLOSED' })
    expect(row.closedOn?.toISOString().slice(0, 10)).toBe(worldDay)
    expect(row.readableUntil?.toISOString().slice(0, 10)).toBe('2027-03-10')
    const stood = parseCriteria(row.closures[0]?.criteria)
    expect(stood.items.filter((item) => item.state === 'excepted').map(({ code }) => code)).toEqual(
      ['leadingTeam'],
    )
    expect(stood.items.filter((item) => item.state === 'notUsed')).toEqual([])
    expect(stood.exceptions).toEqual([
      {
        criterion: 'leadingTeam',
        body: '部务会',
        documentNo: '纪要3',
        decidedOn: worldDay,
        reason: '全村党员14名，后备力量确有困难',
      },
    ])
    expect(
      row.followUps.map(({ month, dueOn }) => [month, dueOn.toISOString().slice(0, 10)]),
    ).toEqual([
      [3, '2026-06-10'],
      [6, '2026-09-10'],
      [12, '2027-03-10'],
    ])
    expect((await events(kase)).slice(-2)).toEqual(['exceptionRecorded', 'caseClosed'])
  })

  test('a number is used once in a county, also when two close at the same moment', async () => {
    const [one, other] = [
      await acceptedAt(world, 'CONSOLIDATING', { village: 'A.0.2' }),
      await acceptedAt(world, 'CONSOLIDATING', { village: 'A.1.0' }),
    ]
    const viewer = await office()
    await expect(
      close(viewer, { ...onCase(one), ...closing(worldDay, number) }),
    ).rejects.toMatchObject({ issues: [{ field: 'number', code: 'closureNumberTaken' }] })
    const results = await Promise.allSettled(
      [one, other].map((each) => close(viewer, { ...onCase(each), ...closing(worldDay, '同号') })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const refused = results.find((result) => result.status === 'rejected')
    expect(refused?.reason).toMatchObject({
      issues: [{ field: 'number', code: 'closureNumberTaken' }],
    })
  })

  test('what was written is frozen, for the owner of the database too', async () => {
    const frozen = (sql: string) => expect(owner.query(sql, [kase.caseId])).rejects
    await frozen(`UPDATE closures SET number = 'x' WHERE case_id = $1`).toThrow('frozen')
    await frozen(`UPDATE decisions SET body = 'x' WHERE case_id = $1`).toThrow('append-only')
    await frozen(`DELETE FROM criterion_exceptions WHERE case_id = $1`).toThrow('append-only')
  })
})

describe('filing at the prefecture', () => {
  test('once, by the county office, not before the closing', async () => {
    const closure = await read(await office(), (tx) =>
      tx.closure.findFirstOrThrow({ where: { caseId: kase.caseId } }),
    )
    const filing = { caseId: kase.caseId, closureId: closure.id, filedOn: '2026-03-20' }
    await expect(fileAtPrefecture(await office(), filing)).rejects.toMatchObject({
      issues: [{ field: 'filedOn', code: 'dateInFuture' }],
    })
    const later = await world.viewer('A.office', '2026-03-25')
    await expect(
      fileAtPrefecture(later, { ...filing, filedOn: '2026-03-01' }),
    ).rejects.toMatchObject({ issues: [{ field: 'filedOn', code: 'tooEarly' }] })
    await expect(
      fileAtPrefecture(await world.viewer('A.township', '2026-03-25'), filing),
    ).rejects.toMatchObject({ status: 403 })
    await fileAtPrefecture(later, filing)
    expect((await events(kase)).at(-1)).toBe('filedAtPrefecture')
    await expect(fileAtPrefecture(later, filing)).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
  })
})

test('closing again after an annulment dates the waiting follow-ups anew, not twice', async () => {
  const again = await acceptedAt(world, 'CLOSED', { village: 'A.1.1' })
  const followUps = async () =>
    read(await office(), (tx) =>
      tx.followUp.findMany({ where: { caseId: again.caseId }, orderBy: { dueOn: 'asc' } }),
    )
  const [first] = await followUps()
  await recordFollowUp(await actor(world, again, 'township'), {
    caseId: again.caseId,
    followUpId: first?.id ?? '',
    version: 1,
    doneOn: worldDay,
    result: 'NEEDS_ATTENTION',
    text: '制度执行松了',
    internal: undefined,
  })
  await annul(await office(), {
    ...onCase(again),
    reason: '销号有误',
    decision: { body: '部务会', decidedOn: worldDay, documentNo: '', result: '' },
  })
  const later = await world.viewer('A.office', '2026-04-10')
  await close(later, { ...onCase(await now(again)), ...closing('2026-04-10') })
  expect(
    (await followUps()).map(({ month, dueOn }) => [month, dueOn.toISOString().slice(0, 10)]),
  ).toEqual([
    [3, '2026-06-10'],
    [3, '2026-07-10'],
    [6, '2026-10-10'],
    [12, '2027-04-10'],
  ])
})
