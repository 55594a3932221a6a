import { beforeAll, describe, expect, test } from 'vitest'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { askExtension, grantExtension } from '@/lib/extensions/commands'
import { addProgress, finishMeasure } from '@/lib/measures/commands'
import {
  abandonRevision,
  approveRevision,
  returnRevision,
  revisePlan,
  savePlan,
  submitRevision,
  withdrawRevision,
} from '@/lib/plans/commands'
import type { PlanLineInput } from '@/lib/plans/schema'
import { type CaseAt, caseAt, eventsOf, lineOf, stateOf } from '@/tests/support/case-at'
import { makeWorld, type World, worldDay } from '@/tests/support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

async function revising(village: string): Promise<CaseAt> {
  const { caseId, version } = await caseAt(world, 'RECTIFYING', { village })
  await revisePlan(await world.viewer('A.township'), { caseId, version, reason: '村情有变' })
  return stateOf(world, village, caseId)
}

async function plansOf(caseId: string) {
  return read(await world.viewer('A.office'), (tx) =>
    tx.plan.findMany({
      where: { caseId },
      orderBy: { number: 'asc' },
      include: { lines: { orderBy: { number: 'asc' } } },
    }),
  )
}

async function measuresOf(caseId: string) {
  return read(await world.viewer('A.office'), (tx) =>
    tx.measure.findMany({ where: { caseId }, orderBy: { number: 'asc' } }),
  )
}

/** The draft as it stands, its lines changed by a function; as an editor would send it. */
async function edit(at: CaseAt, change: (lines: PlanLineInput[]) => PlanLineInput[]) {
  const draft = (await plansOf(at.caseId)).at(-1)
  if (!draft) throw new Error('no draft')
  const lines = draft.lines.map((line) => ({
    ...line,
    measureId: line.measureId ?? undefined,
    organisationId: line.organisationId ?? undefined,
    personUserId: line.personUserId ?? undefined,
    startOn: line.startOn ? toDay(line.startOn) : undefined,
    dueOn: line.dueOn ? toDay(line.dueOn) : undefined,
  }))
  const { facts, causes, goals, timetable, responsibilities, guarantees } = draft
  return savePlan(await world.viewer('A.township'), {
    caseId: at.caseId,
    planVersion: draft.version,
    ...{ facts, causes, goals, timetable, responsibilities, guarantees },
    measures: change(lines),
  })
}

describe('revising an approved plan', () => {
  test('a new version changes, adds and cancels measures once it is approved', async () => {
    const at = await revising('A.0.0')
    const { caseId } = at
    expect((await plansOf(caseId)).map(({ status }) => status)).toEqual(['APPROVED', 'DRAFT'])
    const fresh = lineOf({
      title: '新增一项',
      problemIds: at.problems.map(({ id }) => id),
      dueOn: '2026-09-30',
    })
    await edit(at, ([first, second]) => [
      { ...first, title: '换届补选' } as PlanLineInput,
      second as PlanLineInput,
      fresh,
    ])
    let { version } = at
    const township = await world.viewer('A.township')
    const office = await world.viewer('A.office')
    await submitRevision(township, { caseId, version: version++ })
    await withdrawRevision(township, { caseId, version: version++ })
    await submitRevision(township, { caseId, version: version++ })
    await returnRevision(office, { caseId, version: version++, reason: '说明取消的依据' })
    await submitRevision(township, { caseId, version: version++ })
    expect((await measuresOf(caseId)).map(({ title }) => title)).toContain('补选村“两委”成员')
    await approveRevision(office, { caseId, version: version++, recordNo: '鹿组备〔2026〕3号' })

    const measures = await measuresOf(caseId)
    expect(
      measures.map(({ title, status, cancelReason }) => [title, status, cancelReason]),
    ).toEqual([
      ['换届补选', 'OPEN', ''],
      ['落实帮扶项目', 'OPEN', ''],
      ['开展“三会一课”', 'CANCELLED', '村情有变'],
      ['新增一项', 'OPEN', ''],
    ])
    expect(measures[0]?.id).toBe(at.measures[0]?.id)
    const plans = await plansOf(caseId)
    expect(plans.map(({ status }) => status)).toEqual(['SUPERSEDED', 'APPROVED'])
    expect(plans[1]?.lines.map(({ measureId }) => measureId)).toEqual(
      measures.filter(({ status }) => status === 'OPEN').map(({ id }) => id),
    )
    expect((await stateOf(world, 'A.0.0', caseId)).stage).toBe('RECTIFYING')
    expect((await eventsOf(world, 'A.0.0', caseId)).slice(5)).toEqual([
      'planRevisionStarted',
      'planSubmitted',
      'planWithdrawn',
      'planSubmitted',
      'planReturned',
      'planSubmitted',
      'planApproved',
    ])
  })

  test('a continued measure keeps its deadline: only an extension moves it', async () => {
    const at = await revising('A.0.1')
    const moving = edit(at, ([first, ...rest]) => [
      { ...first, dueOn: '2026-12-31' } as PlanLineInput,
      ...rest,
    ])
    await expect(moving).rejects.toMatchObject({
      issues: [{ field: 'measures.0.dueOn', code: 'deadlineByExtension' }],
    })
  })

  test('an extension granted meanwhile shows in the draft and survives the approval', async () => {
    const at = await revising('A.0.2')
    const { caseId } = at
    const township = await world.viewer('A.township')
    const office = await world.viewer('A.office')
    const [measure] = at.measures
    const extensionId = await askExtension(township, {
      caseId,
      measureId: measure?.id ?? '',
      version: 1,
      newDueOn: '2026-07-31',
      reason: '汛期影响施工',
    })
    await grantExtension(office, { caseId, extensionId, version: 1, note: '' })
    const draft = (await plansOf(caseId)).at(-1)
    expect(draft?.lines[0]?.dueOn && toDay(draft.lines[0].dueOn)).toBe('2026-07-31')
    expect(draft?.version).toBe((at.plan?.version ?? 0) + 1)
    await edit(at, (lines) => lines.map((line) => ({ ...line, personName: '覃某' })))
    await submitRevision(township, { caseId, version: at.version })
    await approveRevision(office, { caseId, version: at.version + 1, recordNo: '4号' })
    const after = (await measuresOf(caseId))[0]
    expect(after).toMatchObject({ personName: '覃某' })
    expect(after && toDay(after.dueOn)).toBe('2026-07-31')
  })

  test('what is done can neither be dropped nor changed, and nothing changed is no revision', async () => {
    const at = await revising('A.0.3')
    const { caseId } = at
    const township = await world.viewer('A.township')
    const submit = () => submitRevision(township, { caseId, version: at.version })
    await expect(submit()).rejects.toMatchObject({ reasons: [{ code: 'revisionUnchanged' }] })
    const measureId = at.measures[0]?.id ?? ''
    const progress = { caseId, measureId, version: 1, happenedOn: worldDay, percent: 100 }
    await addProgress(township, { ...progress, text: '已补选到位' })
    await finishMeasure(township, { caseId, measureId, version: 2, text: '' })
    await edit(at, ([first, ...rest]) => [
      { ...first, target: '另一目标' } as PlanLineInput,
      ...rest,
    ])
    await expect(submit()).rejects.toMatchObject({
      reasons: [{ code: 'doneMeasureChanged', params: { number: 1 } }],
    })
    await edit(at, ([, second, third]) => [
      { ...second, problemIds: at.problems.map(({ id }) => id) } as PlanLineInput,
      third as PlanLineInput,
    ])
    await expect(submit()).rejects.toMatchObject({
      reasons: [{ code: 'doneMeasureRemoved', params: { number: 1 } }],
    })
  })

  test('one revision at a time; an abandoned one leaves the plan in force', async () => {
    const at = await revising('A.0.4')
    const { caseId, version } = at
    const township = await world.viewer('A.township')
    const input = { caseId, version, reason: '不再修订' }
    await expect(revisePlan(township, input)).rejects.toMatchObject({ code: 'planBeingRevised' })
    await abandonRevision(township, input)
    expect((await plansOf(caseId)).map(({ status }) => status)).toEqual(['APPROVED', 'ABANDONED'])
    await expect(
      abandonRevision(township, { ...input, version: version + 1 }),
    ).rejects.toMatchObject({ code: 'noPlanDraft' })
    await revisePlan(township, { ...input, version: version + 1 })
    expect((await plansOf(caseId)).map(({ number }) => number)).toEqual([1, 2, 3])
  })

  test('wrong role 403, outside the scope 404, wrong stage 409', async () => {
    const at = await caseAt(world, 'PLANNING', { village: 'A.0.5' })
    const input = { caseId: at.caseId, version: at.version, reason: '修订方案', recordNo: '1号' }
    const township = await world.viewer('A.township')
    for (const verb of [revisePlan, submitRevision, withdrawRevision, abandonRevision]) {
      await expect(verb(await world.viewer('A.office'), input)).rejects.toMatchObject({
        status: 403,
      })
      await expect(verb(await world.viewer('B.township'), input)).rejects.toMatchObject({
        status: 404,
      })
      await expect(verb(township, input)).rejects.toMatchObject({ code: 'wrongStage' })
    }
    for (const verb of [returnRevision, approveRevision]) {
      await expect(verb(township, input)).rejects.toMatchObject({ status: 403 })
      await expect(verb(await world.viewer('A.office'), input)).rejects.toMatchObject({
        code: 'wrongStage',
      })
    }
    expect(await eventsOf(world, 'A.0.5', at.caseId)).toEqual(['caseProposed', 'caseConfirmed'])
  })
})
