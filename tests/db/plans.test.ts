import { beforeAll, describe, expect, test } from 'vitest'
import { systemViewer } from '@/lib/access/system'
import { fromDay, toDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import {
  approvePlan,
  draftPlan,
  returnPlan,
  savePlan,
  submitPlan,
  withdrawPlan,
} from '@/lib/plans/commands'
import { bind, caseAt, draftOf, eventsOf, lineOf, stateOf } from '@/tests/support/case-at'
import { makeWorld, type World } from '@/tests/support/world'

let world: World

beforeAll(async () => {
  world = await makeWorld()
})

async function planOf(caseId: string) {
  return read(await world.viewer('A.office'), (tx) =>
    tx.plan.findFirstOrThrow({
      where: { caseId },
      orderBy: { number: 'desc' },
      include: { lines: { orderBy: { number: 'asc' } } },
    }),
  )
}

describe('drafting', () => {
  test('the first save makes version 1 with its event; later saves keep the ids of lines', async () => {
    const place = 'A.0.0'
    const at = await caseAt(world, 'PLANNING', { village: place })
    const township = await world.viewer('A.township')
    const input = draftOf(world, place, at)
    expect(await savePlan(township, input)).toBe(2)
    const plan = await planOf(at.caseId)
    expect(plan).toMatchObject({ number: 1, status: 'DRAFT', facts: input.facts })
    expect(plan.lines.map((line) => line.organisationId)).toEqual([
      null,
      world.organisations['A.helper'],
      world.organisations['A.team'],
    ])
    expect(plan.lines.map((line) => line.organisationName)).toEqual([
      '乡党委',
      '鹿寨县helper',
      '鹿寨县team',
    ])
    const [, second, third] = plan.lines
    const kept = input.measures.map((line, index) => ({ ...line, id: plan.lines[index]?.id }))
    await savePlan(township, { ...input, planVersion: 2, measures: kept.slice(1) })
    expect((await planOf(at.caseId)).lines.map(({ id, number }) => [number, id])).toEqual([
      [1, second?.id],
      [2, third?.id],
    ])
    expect(await eventsOf(world, place, at.caseId)).toEqual([
      'caseProposed',
      'caseConfirmed',
      'planDrafted',
    ])
  })

  test('names that the directory knows are linked to organisation and person', async () => {
    const place = 'B.0.2'
    const at = await caseAt(world, 'PLANNING', { village: place })
    const measures = [
      lineOf({ organisationName: '象州县helper', personName: 'Bhelper' }),
      lineOf({ organisationName: '象州县helper', personName: 'Bteam' }),
      lineOf({ organisationName: '鹿寨县helper', personName: 'Ahelper' }),
    ]
    await savePlan(await world.viewer('B.township'), { ...draftOf(world, place, at), measures })
    const { lines } = await read(await world.viewer('B.office'), (tx) =>
      tx.plan.findFirstOrThrow({
        where: { caseId: at.caseId },
        select: { lines: { orderBy: { number: 'asc' } } },
      }),
    )
    const helper = world.organisations['B.helper']
    expect(lines.map(({ organisationId, personUserId }) => [organisationId, personUserId])).toEqual(
      [
        [helper, world.users['B.helper']],
        [helper, null],
        [null, null],
      ],
    )
  })

  test('opening a draft twice gives the same one', async () => {
    const at = await caseAt(world, 'PLANNING', { village: 'A.0.1' })
    const township = await world.viewer('A.township')
    const first = await draftPlan(township, { caseId: at.caseId })
    expect(await draftPlan(township, { caseId: at.caseId })).toEqual(first)
  })

  test('two people at one draft: the second is told who saved it and nothing is overwritten', async () => {
    const place = 'A.0.2'
    const at = await caseAt(world, 'PLANNING', { village: place })
    const input = draftOf(world, place, at)
    await savePlan(await world.viewer('A.township'), input)
    const late = savePlan(await world.viewer('A.township-2'), { ...input, facts: '另一份' })
    await expect(late).rejects.toMatchObject({ status: 409, meanwhile: { by: 'Atownship' } })
    expect((await planOf(at.caseId)).facts).toBe(input.facts)
  })

  test('organisations of another county and unknown problems are refused by their field', async () => {
    const place = 'A.0.3'
    const at = await caseAt(world, 'PLANNING', { village: place })
    const measures = [
      lineOf({ organisationId: world.organisations['B.helper'] }),
      lineOf({ problemIds: [newId()] }),
      lineOf({ measureId: newId() }),
    ]
    const saving = savePlan(await world.viewer('A.township'), {
      ...draftOf(world, place, at),
      measures,
    })
    await expect(saving).rejects.toMatchObject({
      issues: [
        { field: 'measures.0.organisationId', code: 'invalidChoice' },
        { field: 'measures.1.problemIds', code: 'invalidChoice' },
        { field: 'measures.2.title', code: 'measureNotContinued' },
      ],
    })
  })

  test('only the township of the village drafts, only while there is something to draft', async () => {
    const place = 'A.0.4'
    const at = await caseAt(world, 'PLAN_REVIEW', { village: place })
    const input = draftOf(world, place, at)
    const save = async (who: string) => savePlan(await world.viewer(who), input)
    await expect(save('A.office')).rejects.toMatchObject({ status: 403 })
    await expect(save('A.other-township')).rejects.toMatchObject({ status: 404 })
    await expect(save('B.township')).rejects.toMatchObject({ status: 404 })
    await expect(save('A.helper')).rejects.toMatchObject({ status: 404 })
    await bind(world, place, at.caseId, 'HELPER_UNIT')
    await expect(save('A.helper')).rejects.toMatchObject({ status: 403 })
    await expect(save('A.township')).rejects.toMatchObject({ code: 'wrongStage' })
  })
})

describe('submitting', () => {
  test('an incomplete plan is refused with every reason, and stays a draft', async () => {
    const place = 'A.1.0'
    const at = await caseAt(world, 'PLANNING', { village: place })
    const township = await world.viewer('A.other-township')
    const measures = [lineOf({ title: '', target: '', dueOn: undefined })]
    await savePlan(township, { ...draftOf(world, place, at), measures })
    const submitting = submitPlan(township, { caseId: at.caseId, version: at.version })
    await expect(submitting).rejects.toMatchObject({
      code: 'planIncomplete',
      reasons: [
        { code: 'problemUncovered', params: { number: 1, title: '问题1' } },
        { code: 'problemUncovered', params: { number: 2 } },
        { code: 'measureWithoutProblem', params: { number: 1 } },
        { code: 'measureTitleMissing' },
        { code: 'measureTargetMissing' },
        { code: 'measureDueMissing' },
      ],
    })
    expect((await stateOf(world, place, at.caseId)).stage).toBe('PLANNING')
    expect(await eventsOf(world, place, at.caseId)).not.toContain('planSubmitted')
  })

  test('nothing to submit, stale plan, stale case, wrong role, wrong stage', async () => {
    const place = 'A.0.5'
    const at = await caseAt(world, 'PLANNING', { village: place })
    const township = await world.viewer('A.township')
    const input = { caseId: at.caseId, version: at.version }
    await expect(submitPlan(township, input)).rejects.toMatchObject({ code: 'noPlanDraft' })
    await savePlan(township, draftOf(world, place, at))
    await expect(submitPlan(township, { ...input, planVersion: 1 })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    await expect(submitPlan(township, { ...input, version: 9 })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    await expect(submitPlan(await world.viewer('A.office'), input)).rejects.toMatchObject({
      status: 403,
    })
    await submitPlan(township, { ...input, planVersion: 2 })
    await expect(submitPlan(township, { ...input, version: 3 })).rejects.toMatchObject({
      code: 'wrongStage',
    })
  })
})

describe('reviewing', () => {
  test('withdrawn, returned with reasons, submitted again and approved, each on the timeline', async () => {
    const place = 'A.1.1'
    const at = await caseAt(world, 'PLAN_REVIEW', { village: place })
    const { caseId } = at
    const township = await world.viewer('A.other-township')
    const office = await world.viewer('A.office')
    let { version } = at
    await withdrawPlan(township, { caseId, version: version++ })
    await submitPlan(township, { caseId, version: version++ })
    await returnPlan(office, { caseId, version: version++, reason: '目标不够具体' })
    const returned = await planOf(caseId)
    expect(returned).toMatchObject({
      status: 'DRAFT',
      returnReason: '目标不够具体',
      submittedById: null,
      returned: { sections: { goals: '班子配齐，制度落实。' } },
    })
    await submitPlan(township, { caseId, version: version++ })
    await approvePlan(office, { caseId, version: version++, recordNo: '鹿组备〔2026〕2号' })
    const plan = await planOf(caseId)
    expect(plan).toMatchObject({
      status: 'APPROVED',
      recordNo: '鹿组备〔2026〕2号',
      decidedByName: 'Aoffice',
    })
    expect(plan.lines.map((line) => line.measureId)).toEqual(plan.lines.map((line) => line.id))
    expect(await eventsOf(world, place, caseId)).toEqual([
      'caseProposed',
      'caseConfirmed',
      'planDrafted',
      'planSubmitted',
      'planWithdrawn',
      'planSubmitted',
      'planReturned',
      'planSubmitted',
      'planApproved',
    ])
  })

  test('approval puts the measures in force with the days on which their lights turn', async () => {
    const place = 'A.1.2'
    const { caseId } = await caseAt(world, 'RECTIFYING', { village: place })
    const kase = await read(await world.viewer('A.office'), (tx) =>
      tx.case.findUniqueOrThrow({ where: { id: caseId }, include: { measures: true } }),
    )
    expect(kase.planApprovedOn && toDay(kase.planApprovedOn)).toBe('2026-03-10')
    expect(kase.measures.map(({ yellowOn, redOn }) => [toDay(yellowOn), toDay(redOn)])).toEqual(
      Array.from({ length: 3 }, () => ['2026-06-15', '2026-07-01']),
    )
    expect(kase.redOn && toDay(kase.redOn)).toBe('2026-07-01')
  })

  test('who submitted never approves, also when they sit in the county office', async () => {
    const place = 'A.1.3'
    const { caseId, version } = await caseAt(world, 'PLAN_REVIEW', { village: place })
    await transaction(systemViewer('setup'), (tx) =>
      tx.appointment.create({
        data: {
          id: newId(),
          countyId: '450223',
          userId: world.users['A.other-township'] ?? '',
          organisationId: world.organisations['A.office'] ?? '',
          role: 'COUNTY_OFFICE',
          fromOn: fromDay('2014-01-01'),
          confirmedAt: new Date(),
        },
        select: { id: true },
      }),
    )
    const input = { caseId, version, recordNo: '1号' }
    await expect(approvePlan(await world.viewer('A.other-township'), input)).rejects.toMatchObject({
      status: 403,
      code: 'ownWork',
    })
    expect(await eventsOf(world, place, caseId)).not.toContain('planApproved')
  })

  test('wrong role 403, outside the scope 404, wrong stage and stale version 409', async () => {
    const at = await caseAt(world, 'PLANNING', { village: 'B.0.0' })
    const input = { caseId: at.caseId, version: at.version, reason: '退回修改', recordNo: '1号' }
    for (const verb of [returnPlan, approvePlan] as const) {
      const run = async (who: string, change = {}) =>
        verb(await world.viewer(who), { ...input, ...change })
      await expect(run('B.township')).rejects.toMatchObject({ status: 403 })
      await expect(run('A.office')).rejects.toMatchObject({ status: 404 })
      await expect(run('B.office', { version: 9 })).rejects.toMatchObject({
        code: 'changedMeanwhile',
      })
      await expect(run('B.office')).rejects.toMatchObject({ code: 'wrongStage' })
    }
    const office = await world.viewer('B.office')
    await expect(withdrawPlan(office, input)).rejects.toMatchObject({ status: 403 })
  })

  test('the database keeps an approved plan as it is', async () => {
    const planId = (await caseAt(world, 'RECTIFYING', { village: 'B.0.1' })).plan?.id ?? ''
    const [office, township] = [await world.viewer('B.office'), await world.viewer('B.township')]
    await expect(
      transaction(office, (tx) => tx.plan.update({ where: { id: planId }, data: { facts: '改' } })),
    ).rejects.toThrow(/frozen/)
    await expect(
      transaction(office, (tx) =>
        tx.planMeasure.updateMany({ where: { planId }, data: { title: '改' } }),
      ),
    ).rejects.toThrow(/frozen/)
    await expect(
      transaction(township, (tx) => tx.planMeasure.deleteMany({ where: { planId } })),
    ).rejects.toThrow(/frozen/)
  })
})
