import 'server-only'
import { signature } from '@/lib/access/viewer-types'
import type { OpenedCase } from '@/lib/cases/open-case'
import { fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Prisma } from '@/prisma/generated/client'
import { directoryOf } from './plan-directory'
import type { PlanLineInput, SavePlanInput } from './schema'
import type { PlanVersionRow } from './select'
import { approvedPlan, planChanged, workingPlan } from './working-plan'

type Issues = { field: string; code: string; params?: Record<string, string> }[]

/**
 * The draft of a case, made when there is none yet in PLANNING; `undefined` where only a revision
 * could be drafted. `made` tells whether this call made it.
 */
export async function ensureDraft(
  tx: Tx,
  { kase, actor }: OpenedCase,
): Promise<{ plan: PlanVersionRow; made: boolean } | undefined> {
  const existing = await workingPlan(tx, kase.id)
  if (existing) return { plan: existing, made: false }
  if (kase.stage !== 'PLANNING') return undefined
  await tx.plan.create({
    data: {
      id: newId(),
      caseId: kase.id,
      number: await nextNumber(tx, kase.id),
      savedByName: signature(actor),
      savedAt: new Date(),
    },
    select: { id: true },
  })
  const plan = await workingPlan(tx, kase.id)
  return plan ? { plan, made: true } : undefined
}

export async function nextNumber(tx: Tx, caseId: string): Promise<number> {
  const { _max } = await tx.plan.aggregate({ where: { caseId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/** Replaces sections and lines of a draft by what was given; lines keep their ids. */
export async function writeDraft(
  tx: Tx,
  opened: OpenedCase,
  plan: PlanVersionRow,
  input: SavePlanInput,
): Promise<number> {
  const lines = await linesOf(tx, opened, plan, input.measures)
  const { facts, causes, goals, timetable, responsibilities, guarantees } = input
  const { count } = await tx.plan.updateMany({
    where: { id: plan.id, status: 'DRAFT', version: plan.version },
    data: {
      facts,
      causes,
      goals,
      timetable,
      responsibilities,
      guarantees,
      savedByName: signature(opened.actor),
      savedAt: new Date(),
      version: { increment: 1 },
    },
  })
  if (count === 0) throw planChanged(plan)
  await tx.planMeasure.deleteMany({ where: { planId: plan.id } })
  if (lines.length > 0) await tx.planMeasure.createMany({ data: lines })
  return plan.version + 1
}

async function linesOf(
  tx: Tx,
  { kase }: OpenedCase,
  plan: PlanVersionRow,
  inputs: readonly PlanLineInput[],
): Promise<Prisma.PlanMeasureCreateManyInput[]> {
  const directory = await directoryOf(tx, kase.countyId, inputs)
  const problems = await tx.problem.findMany({ where: { caseId: kase.id }, select: { id: true } })
  const problemIds = new Set(problems.map(({ id }) => id))
  const deadlines = await deadlinesInForce(tx, kase.id, plan)
  const own = new Set(plan.lines.map(({ id }) => id))
  const taken = new Set<string>()
  const issues: Issues = []
  const lines = inputs.map((input, index) => {
    const at = (field: string) => `measures.${index}.${field}`
    const { id, measureId, organisationId, personUserId, startOn, dueOn, ...words } = input
    const organisation = directory.organisation(input)
    const person = directory.person(input, organisation?.id)
    if (organisationId && !organisation) {
      issues.push({ field: at('organisationId'), code: 'invalidChoice' })
    }
    if (personUserId && !person) issues.push({ field: at('personUserId'), code: 'invalidChoice' })
    if (input.problemIds.some((key) => !problemIds.has(key))) {
      issues.push({ field: at('problemIds'), code: 'invalidChoice' })
    }
    const due = measureId ? deadlines.get(measureId) : undefined
    if (measureId && (due === undefined || taken.has(measureId))) {
      issues.push({ field: at('title'), code: 'measureNotContinued' })
    }
    if (due && dueOn !== due) {
      issues.push({ field: at('dueOn'), code: 'deadlineByExtension', params: { due } })
    }
    if (measureId) taken.add(measureId)
    const kept = id !== undefined && own.has(id) && !taken.has(id)
    if (kept) taken.add(id)
    return {
      ...words,
      id: kept ? id : newId(),
      planId: plan.id,
      measureId: measureId ?? null,
      number: index + 1,
      problemIds: [...new Set(input.problemIds)],
      organisationId: organisation?.id ?? null,
      organisationName: organisation?.name ?? input.organisationName,
      personUserId: person?.id ?? null,
      personName: input.personName || (person?.name ?? ''),
      personPost: input.personPost || (person?.post ?? ''),
      startOn: startOn ? fromDay(startOn) : null,
      dueOn: dueOn ? fromDay(dueOn) : null,
    }
  })
  if (issues.length > 0) throw new InvalidInput(issues)
  return lines
}

/** Deadlines of the measures a revision can continue: only an extension moves them. */
async function deadlinesInForce(tx: Tx, caseId: string, plan: PlanVersionRow) {
  const approved = plan.revisionReason ? await approvedPlan(tx, caseId) : null
  if (!approved) return new Map<string, string>()
  const measures = await tx.measure.findMany({
    where: { caseId, status: { not: 'CANCELLED' } },
    select: { id: true, dueOn: true },
  })
  return new Map(measures.map(({ id, dueOn }) => [id, toDay(dueOn)]))
}
