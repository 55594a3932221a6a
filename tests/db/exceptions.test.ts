import { beforeAll, expect, test } from 'vitest'
import { applyForAcceptance } from '@/lib/acceptance/commands'
import { readGate } from '@/lib/cases/gate-facts'
import { read } from '@/lib/db'
import { recordException } from '@/lib/exceptions/commands'
import { newId } from '@/lib/ids'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { type AcceptedAt, acceptedAt, actor, onCase } from '@/tests/support/case-accepted'
import { eventsOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
let kase: AcceptedAt
const { owner } = databaseOfThisFile()

beforeAll(async () => {
  world = await makeWorld()
  kase = await acceptedAt(world, 'READY', { village: 'A.0.0' })
  await owner.query(
    `UPDATE reserve_cadres SET to_on = '2026-01-01' WHERE village_id = $1 AND name = '储乙'`,
    [world.villages['A.0.0']],
  )
})

const input = () => ({
  caseId: kase.caseId,
  criterion: 'leadingTeam' as const,
  decision: { body: '部务会', decidedOn: worldDay, documentNo: '', result: '' },
  reason: '全村党员14名',
})
/** While it works, the batch asks for no survey. */
async function withoutSurveys(work: () => Promise<void>) {
  const id = newId()
  const { survey, ...others } = defaultRuleSet.criteria
  const criteria = { ...others, survey: { ...survey, enabled: false } }
  await owner.query(
    `INSERT INTO rule_sets (id, county_id, version, title, content) VALUES ($1, '450223', 9, '无测评', $2)`,
    [id, { ...defaultRuleSet, criteria }],
  )
  const use = (rules: string | undefined) =>
    owner.query('UPDATE batches SET rule_set_id = $1 WHERE id = $2', [rules, kase.batchId])
  await use(id)
  await work()
  await use(world.ruleSets.A)
}
const events = () => eventsOf(world, kase.village, kase.caseId)
const office = () => world.viewer('A.office')
const stateOfCriterion = async () => {
  const items = await read(await office(), (tx) =>
    readGate(tx, kase.caseId, 'application', defaultRuleSet, worldDay),
  )
  return items.find((item) => item.code === 'leadingTeam')?.state
}

test('only the county office, in scope, for a criterion in use, on a decision already taken', async () => {
  const before = await events()
  await expect(recordException(await world.viewer('A.township'), input())).rejects.toMatchObject({
    status: 403,
  })
  await expect(recordException(await world.viewer('B.office'), input())).rejects.toMatchObject({
    status: 404,
  })
  await withoutSurveys(async () => {
    await expect(
      recordException(await office(), { ...input(), criterion: 'survey' }),
    ).rejects.toMatchObject({ issues: [{ field: 'criterion', code: 'criterionNotUsed' }] })
  })
  await expect(
    recordException(await office(), {
      ...input(),
      decision: { ...input().decision, decidedOn: '2026-03-11' },
    }),
  ).rejects.toMatchObject({ issues: [{ field: 'decision.decidedOn', code: 'dateInFuture' }] })
  expect(await events()).toEqual(before)
})

test('without it the gate stays closed; with it the criterion is excepted, never passed', async () => {
  const township = await actor(world, kase, 'township')
  await expect(applyForAcceptance(township, onCase(kase))).rejects.toMatchObject({
    reasons: [{ code: 'criterion.leadingTeam' }],
  })
  expect(await stateOfCriterion()).toBe('missing')
  await recordException(await office(), input())
  expect(await stateOfCriterion()).toBe('excepted')
  expect((await events()).at(-1)).toBe('exceptionRecorded')
  await expect(recordException(await office(), input())).rejects.toMatchObject({
    issues: [{ field: 'criterion', code: 'exceptionExists' }],
  })
  await applyForAcceptance(township, onCase(kase))
})

test('a closed case takes no exception any more', async () => {
  const closed = await acceptedAt(world, 'CLOSED', { village: 'A.0.1' })
  await expect(
    recordException(await office(), { ...input(), caseId: closed.caseId }),
  ).rejects.toMatchObject({ status: 409, code: 'wrongStage' })
})
