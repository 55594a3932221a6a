import { beforeAll, describe, expect, test } from 'vitest'
import { createBatch } from '@/lib/batches/commands'
import { carryOver } from '@/lib/cases/carry-over-commands'
import { pause, resume } from '@/lib/cases/pause-commands'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { newId } from '@/lib/ids'
import { solveProblem } from '@/lib/problems/commands'
import { createRuleSet } from '@/lib/rule-sets/commands'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { caseAt, eventsOf } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
let world: World
const reason = '乡镇撤并'
const decision = {
  body: '部务会',
  decidedOn: worldDay,
  documentNo: '鹿组〔2026〕9号',
  result: '同意',
}

const office = (day = worldDay) => world.viewer('A.office', day)

async function rowOf(caseId: string) {
  return read(await office(), (tx) =>
    tx.case.findUniqueOrThrow({
      where: { id: caseId },
      include: {
        measures: { orderBy: { number: 'asc' } },
        extensions: true,
        decisions: true,
        batch: true,
      },
    }),
  )
}

async function lastEvent(caseId: string, kind: string) {
  return read(await office(), (tx) =>
    tx.event.findFirstOrThrow({ where: { caseId, kind }, orderBy: { seq: 'desc' } }),
  )
}

beforeAll(async () => {
  world = await makeWorld()
})

describe('pausing', () => {
  test('stops every clock: what was not past due moves by the days paused', async () => {
    const { caseId, version } = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
    // A measure already past due when the case is paused keeps its day.
    await owner.query(
      `UPDATE measures SET due_on = '2026-03-01', red_on = '2026-03-02' WHERE case_id = $1 AND number = 1`,
      [caseId],
    )
    const [, second] = (await rowOf(caseId)).measures
    await owner.query(
      `INSERT INTO extensions (id, case_id, measure_id, old_due_on, new_due_on, reason, requested_on, yellow_on, red_on)
       VALUES ($1, $2, $3, '2026-06-30', '2026-07-31', '汛期', '2026-03-09', '2026-03-09', '2026-03-13')`,
      [newId(), caseId, second?.id],
    )
    await pause(await office(), { caseId, version, reason })
    const paused = await rowOf(caseId)
    expect(paused).toMatchObject({ paused: true, pauseReason: reason, stage: 'RECTIFYING' })
    await resume(await office('2026-03-20'), { caseId, version: version + 1 })
    const after = await rowOf(caseId)
    expect(after).toMatchObject({ paused: false, pausedOn: null, pauseReason: '' })
    expect(after.pauses).toEqual([{ from: '2026-03-10', to: '2026-03-20' }])
    expect(after.measures.map((one) => toDay(one.dueOn))).toEqual([
      '2026-03-01',
      '2026-07-10',
      '2026-07-10',
    ])
    // 15 days before the new deadline, and the day after it.
    expect(toDay(after.measures[1]?.yellowOn ?? new Date(0))).toBe('2026-06-25')
    expect(toDay(after.measures[1]?.redOn ?? new Date(0))).toBe('2026-07-11')
    const [extension] = after.extensions
    expect(
      extension && [extension.oldDueOn, extension.newDueOn, extension.redOn].map(toDay),
    ).toEqual(['2026-07-10', '2026-08-10', '2026-03-23'])
    const event = await lastEvent(caseId, 'caseResumed')
    expect(event.details).toMatchObject({
      pausedDays: 10,
      changes: {
        paused: [true, false],
        'measure.2.dueOn': ['2026-06-30', '2026-07-10'],
      },
    })
    expect(event.details).not.toHaveProperty(['changes', 'measure.1.dueOn'])
    expect((await eventsOf(world, 'A.0.0', caseId)).slice(-2)).toEqual([
      'casePaused',
      'caseResumed',
    ])
  })

  test('service times counted from a day move too', async () => {
    const { caseId, version } = await caseAt(world, 'CANDIDATE', { village: 'A.0.1' })
    const before = await rowOf(caseId)
    await pause(await office(), { caseId, version, reason })
    await resume(await office('2026-03-17'), { caseId, version: version + 1 })
    const after = await rowOf(caseId)
    const due = (row: typeof before) => (row.nextDueOn ? toDay(row.nextDueOn) : '')
    expect(due(before)).toBe('2026-03-31')
    expect(due(after)).toBe('2026-04-07')
  })

  test('consolidation moves with the pause', async () => {
    const { caseId, version } = await caseAt(world, 'PLANNING', { village: 'A.0.2' })
    await owner.query(
      `UPDATE cases SET stage = 'CONSOLIDATING', consolidation_until = '2026-06-10' WHERE id = $1`,
      [caseId],
    )
    await pause(await office(), { caseId, version, reason })
    await resume(await office('2026-03-15'), { caseId, version: version + 1 })
    const { consolidationUntil } = await rowOf(caseId)
    expect(consolidationUntil && toDay(consolidationUntil)).toBe('2026-06-15')
  })

  test('a paused case takes no other verb, is not paused twice, and only a paused one resumes', async () => {
    const { caseId, version, problems } = await caseAt(world, 'RECTIFYING', { village: 'A.0.3' })
    await expect(resume(await office(), { caseId, version })).rejects.toMatchObject({
      code: 'wrongStage',
    })
    await pause(await office(), { caseId, version, reason })
    const next = { caseId, version: version + 1 }
    await expect(pause(await office(), { ...next, reason })).rejects.toMatchObject({
      code: 'casePaused',
    })
    await expect(
      solveProblem(await world.viewer('A.township'), {
        caseId,
        problemId: problems[0]?.id ?? '',
        version: 1,
        solution: '已办结',
      }),
    ).rejects.toMatchObject({ code: 'casePaused' })
  })

  test('wrong role 403, outside the scope 404, stale 409; nothing is recorded', async () => {
    const { caseId, version } = await caseAt(world, 'PLANNING', { village: 'A.0.4' })
    const input = { caseId, version, reason }
    const before = await eventsOf(world, 'A.0.4', caseId)
    await expect(pause(await world.viewer('A.township'), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(pause(await world.viewer('A.other-township'), input)).rejects.toMatchObject({
      status: 404,
    })
    await expect(pause(await world.viewer('B.office'), input)).rejects.toMatchObject({
      status: 404,
    })
    await expect(pause(await office(), { ...input, version: version + 5 })).rejects.toMatchObject({
      code: 'changedMeanwhile',
    })
    expect(await eventsOf(world, 'A.0.4', caseId)).toEqual(before)
  })
})

describe('carrying over', () => {
  let later: string

  beforeAll(async () => {
    const content = structuredClone(defaultRuleSet) as { lights: Record<string, unknown> }
    content.lights = { ...content.lights, measure: { before: 30, unit: 'DAYS' } }
    const ruleSetId = await createRuleSet(await office(), { ruleSet: content as never })
    later = await createBatch(await office(), {
      number: 9,
      name: '第九批',
      year: 2027,
      startOn: '2027-01-01',
      targetEndOn: '2027-12-31',
      ruleSetId,
    })
  })

  test('moves the case to a later batch and its rules, with the decision on record', async () => {
    const { caseId, version, batchId } = await caseAt(world, 'RECTIFYING', { village: 'A.0.5' })
    const from = (await rowOf(caseId)).batch
    await carryOver(await office(), { caseId, version, batchId: later, decision })
    const row = await rowOf(caseId)
    expect(batchId).not.toBe(later)
    expect(row).toMatchObject({ batchId: later, stage: 'RECTIFYING', version: version + 1 })
    expect(row.decisions.filter((one) => one.purpose === 'CARRY_OVER')).toMatchObject([
      { body: '部务会', documentNo: '鹿组〔2026〕9号' },
    ])
    expect(row.measures.map((one) => [toDay(one.dueOn), toDay(one.yellowOn)])[0]).toEqual([
      '2026-06-30',
      '2026-05-31',
    ])
    expect((await lastEvent(caseId, 'caseCarriedOver')).details).toMatchObject({
      from: from?.name,
      to: '第九批',
      changes: { batch: [from?.number, 9] },
    })
  })

  test('only to a later batch of the county, in a listed stage, by the county office', async () => {
    const listed = await caseAt(world, 'PLANNING', { village: 'A.1.0' })
    const input = { caseId: listed.caseId, version: listed.version, batchId: later, decision }
    await expect(
      carryOver(await office(), { ...input, batchId: listed.batchId }),
    ).rejects.toMatchObject({ issues: [{ field: 'batchId', code: 'batchNotLater' }] })
    await expect(carryOver(await office(), { ...input, batchId: newId() })).rejects.toMatchObject({
      issues: [{ field: 'batchId', code: 'invalidChoice' }],
    })
    await expect(
      carryOver(await office(), { ...input, decision: { ...decision, decidedOn: '2026-03-11' } }),
    ).rejects.toMatchObject({ issues: [{ field: 'decision.decidedOn', code: 'dateInFuture' }] })
    await expect(carryOver(await world.viewer('A.other-township'), input)).rejects.toMatchObject({
      status: 403,
    })
    await expect(carryOver(await world.viewer('B.office'), input)).rejects.toMatchObject({
      status: 404,
    })
    const { decisions } = await rowOf(listed.caseId)
    expect(decisions.filter((one) => one.purpose === 'CARRY_OVER')).toEqual([])
    const candidate = await caseAt(world, 'CANDIDATE', { village: 'A.1.1' })
    await expect(
      carryOver(await office(), { ...input, caseId: candidate.caseId, version: candidate.version }),
    ).rejects.toMatchObject({ code: 'wrongStage' })
  })
})
