import { beforeAll, describe, expect, test } from 'vitest'
import { changeBatch, createBatch } from '@/lib/batches/commands'
import { listBatches, readBatch } from '@/lib/batches/queries'
import { createBatchInput } from '@/lib/batches/schema'
import { listCandidates, readProposableVillages, readProposal } from '@/lib/cases/candidate-queries'
import { decline } from '@/lib/cases/commands'
import { enterHistorical } from '@/lib/cases/historical-commands'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { createRuleSet } from '@/lib/rule-sets/commands'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { listRuleSets, readRuleSet } from '@/lib/rule-sets/queries'
import { ruleSetFormInput } from '@/lib/rule-sets/schema'
import { batchOf, caseAt } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
const office = () => world.viewer('A.office')
const batch = (number: number) => ({
  number,
  name: `第${number}批`,
  year: 2026,
  startOn: '2026-03-01',
  targetEndOn: '2026-12-31',
  ruleSetId: world.ruleSets.A,
})

async function eventsOf(chain: string) {
  return read(await office(), (tx) =>
    tx.event.findMany({ where: { chain }, orderBy: { seq: 'asc' } }),
  )
}

beforeAll(async () => {
  world = await makeWorld()
})

describe('opening a batch', () => {
  test('the county office opens one under its rules; the event says so', async () => {
    const id = await createBatch(await office(), batch(5))
    expect(await readBatch(await office(), id)).toMatchObject({
      number: 5,
      name: '第5批',
      startOn: '2026-03-01',
      total: 0,
      ruleSet: { version: 1 },
      rules: { title: defaultRuleSet.title },
    })
    expect(
      (await eventsOf(`batch:${id}`)).map((event) => [event.kind, event.details]),
    ).toMatchObject([['batchCreated', { number: 5, ruleSet: 1 }]])
  })

  test('its number is unique in the county, and only there', async () => {
    await expect(createBatch(await office(), batch(5))).rejects.toMatchObject({
      issues: [{ field: 'number', code: 'batchNumberTaken' }],
    })
    await createBatch(await world.viewer('B.office'), { ...batch(5), ruleSetId: world.ruleSets.B })
  })

  test('another county’s rules, another role and another county’s batch are refused', async () => {
    await expect(
      createBatch(await office(), { ...batch(6), ruleSetId: world.ruleSets.B }),
    ).rejects.toMatchObject({ issues: [{ field: 'ruleSetId', code: 'invalidChoice' }] })
    await expect(createBatch(await world.viewer('A.township'), batch(6))).rejects.toMatchObject({
      status: 403,
    })
    const id = await createBatch(await office(), batch(6))
    await expect(readBatch(await world.viewer('B.office'), id)).rejects.toMatchObject({
      status: 404,
    })
    await expect(readBatch(await world.viewer('A.admin'), id)).rejects.toMatchObject({
      status: 404,
    })
  })

  test('an end before the start is refused by its field', () => {
    const result = createBatchInput.safeParse({ ...batch(7), targetEndOn: '2026-02-01' })
    expect(result.error?.issues).toMatchObject([
      { path: ['targetEndOn'], message: 'endsBeforeStart' },
    ])
  })

  test('name and dates change with before and after; a stale version does not', async () => {
    const id = await createBatch(await office(), batch(8))
    const change = {
      batchId: id,
      version: 1,
      name: '第八批',
      startOn: '2026-03-01',
      targetEndOn: '2027-03-31',
    }
    await changeBatch(await office(), change)
    await expect(changeBatch(await world.viewer('A.office-2'), change)).rejects.toMatchObject({
      status: 409,
      meanwhile: { by: 'Aoffice', kind: 'batchChanged' },
    })
    const events = await eventsOf(`batch:${id}`)
    expect(events.map((event) => event.kind)).toEqual(['batchCreated', 'batchChanged'])
    expect(events[1]?.details).toMatchObject({
      changes: { name: ['第8批', '第八批'], targetEndOn: ['2026-12-31', '2027-03-31'] },
    })
  })
})

describe('the board', () => {
  let batchId: string

  beforeAll(async () => {
    batchId = await batchOf(world, 'A.0.0')
    await caseAt(world, 'CANDIDATE', { village: 'A.0.0' })
    const declined = await caseAt(world, 'CANDIDATE', { village: 'A.0.1' })
    await decline(await office(), {
      caseId: declined.caseId,
      version: declined.version,
      reason: '不符合',
    })
    await caseAt(world, 'PLANNING', { village: 'A.0.2' })
    const { caseId } = await caseAt(world, 'PLANNING', { village: 'A.1.0' })
    await owner.query(
      `INSERT INTO decisions (id, case_id, purpose, body, decided_on) VALUES ($1, $2, 'EXCEPTION', '部务会', '2026-03-10')`,
      [caseId, caseId],
    )
    await owner.query(
      `INSERT INTO criterion_exceptions (id, case_id, criterion, decision_id, reason, recorded_on) VALUES ($1, $2, 'leadingTeam', $2, '党员少', '2026-03-10')`,
      [newId(), caseId],
    )
    await enterHistorical(await office(), {
      villageId: world.villages['A.1.1'] ?? '',
      batchId,
      sourceDocument: '鹿组通〔2015〕1号',
      confirmedOn: '2014-03-01',
      closedOn: '2015-03-01',
      proposal: '',
      findings: [],
    })
  })

  const of = async (who: string) =>
    (await listBatches(await world.viewer(who))).find((one) => one.id === batchId)

  test('counts listed cases only: no candidate, no declined one', async () => {
    const figures = await of('A.office')
    expect(figures).toMatchObject({ total: 3, transformed: 1, excepted: 1, historical: 1 })
    expect(figures?.byStage).toEqual({
      CANDIDATE: 0,
      NOT_CONFIRMED: 0,
      PLANNING: 2,
      PLAN_REVIEW: 0,
      RECTIFYING: 0,
      TOWNSHIP_ACCEPTANCE: 0,
      COUNTY_ACCEPTANCE: 0,
      CONSOLIDATING: 0,
      CLOSED: 1,
    })
  })

  test('counts what the viewer sees: a township its own, another county nothing', async () => {
    expect(await of('A.township')).toMatchObject({ total: 1, transformed: 0, excepted: 0 })
    expect(await of('A.other-township')).toMatchObject({ total: 2, transformed: 1, excepted: 1 })
    expect(await of('A.helper')).toMatchObject({ total: 0 })
    expect(await of('B.office')).toBeUndefined()
  })

  test('an administrator sees no figures of cases', async () => {
    await expect(listBatches(await world.viewer('A.admin'))).rejects.toMatchObject({ status: 403 })
  })

  test('candidates wait in a list of their own, within the scope', async () => {
    const names = async (who: string) =>
      (await listCandidates(await world.viewer(who))).candidates.map((one) => one.village.name)
    expect(await names('A.office')).toEqual(['试11村'])
    expect(await names('A.township')).toEqual(['试11村'])
    expect(await names('A.other-township')).toEqual([])
    expect(await names('B.office')).toEqual([])
  })

  test('villages with an open case are not offered; an earlier closed case is told', async () => {
    const offered = (await readProposableVillages(await office())).flatMap((township) =>
      township.villages.map((village) => village.name),
    )
    expect(offered).not.toContain('试11村')
    expect(offered).not.toContain('试13村')
    expect(offered).toContain('试12村')
    const own = await readProposableVillages(await world.viewer('A.other-township'))
    expect(own.map((township) => township.name)).toEqual(['鹿寨县第2镇'])
    const proposal = await readProposal(await office(), world.villages['A.1.1'] ?? '')
    expect(proposal).toMatchObject({ hasOpenCase: false, earlier: { closedOn: '2015-03-01' } })
    await expect(
      readProposal(await world.viewer('A.township'), world.villages['A.1.1'] ?? ''),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      readProposal(await world.viewer('B.office'), world.villages['A.1.1'] ?? ''),
    ).rejects.toMatchObject({ status: 404 })
  })
})

describe('rules', () => {
  /** The default rules as the form would send them, then changed. */
  function sent(change: (form: Record<string, unknown>) => void = () => undefined) {
    const words = JSON.parse(
      JSON.stringify(defaultRuleSet, (_, value) =>
        typeof value === 'number'
          ? String(value)
          : value === true
            ? 'on'
            : value === false
              ? undefined
              : value,
      ),
    )
    words.followUpMonths = '3，6、12'
    delete words.version
    change(words)
    return ruleSetFormInput.safeParse({ ruleSet: words })
  }

  test('a new version is made from the form and never changes; the county office only', async () => {
    const parsed = sent((form) => {
      Object.assign(form, { title: '2027年规则' })
      Object.assign(form.criteria as object, { slotsFilled: { available: 'on' } })
    })
    const input = parsed.data
    if (!input) throw new Error(JSON.stringify(parsed.error?.issues))
    const id = await createRuleSet(await office(), input)
    const { rules, version } = await readRuleSet(await office(), id)
    expect(version).toBe(2)
    expect(rules).toEqual({
      ...defaultRuleSet,
      version: 2,
      title: '2027年规则',
      criteria: { ...defaultRuleSet.criteria, slotsFilled: { enabled: false, available: true } },
    })
    await expect(
      owner.query(`UPDATE rule_sets SET title = 'x' WHERE id = $1`, [id]),
    ).rejects.toThrow(/append-only/)
    expect((await listRuleSets(await office())).map((one) => one.version)).toEqual([2, 1])
    await expect(createRuleSet(await world.viewer('A.township'), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(readRuleSet(await world.viewer('B.office'), id)).rejects.toMatchObject({
      status: 404,
    })
    expect((await eventsOf('accounts:450223')).map((event) => event.kind)).toEqual([
      'ruleSetCreated',
    ])
  })

  test('what is wrong lands by its field', () => {
    const { error } = sent((form) => {
      Object.assign(form, { planDraftDays: 'abc', followUpMonths: '6,3' })
      Object.assign((form.scoreSheet as { items: object[] }).items[0] ?? {}, { max: '9' })
      Object.assign(form.criteria as object, { survey: { enabled: 'on' } })
    })
    const found = error?.issues.map((issue) => issue.path.join('.'))
    expect(found).toEqual(
      expect.arrayContaining([
        'ruleSet.planDraftDays',
        'ruleSet.followUpMonths',
        'ruleSet.scoreSheet.items',
        'ruleSet.criteria.survey.enabled',
      ]),
    )
  })

  test('an added score item gets a code of its own', () => {
    const { data } = sent((form) => {
      const sheet = form.scoreSheet as { items: Record<string, unknown>[] }
      const [first] = sheet.items
      if (first) first.max = '7'
      sheet.items.push({
        title: { zh: '新增', en: 'Added' },
        move: 'TEAM',
        category: 'WEAK',
        max: '1',
      })
    })
    expect(data?.ruleSet.scoreSheet.items.at(-1)).toMatchObject({ code: 'addedAa', max: 1 })
  })
})
