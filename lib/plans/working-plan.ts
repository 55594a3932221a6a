import 'server-only'
import type { OpenedCase } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import { Conflict } from '@/lib/errors'
import type { PlanStatus } from '@/prisma/generated/enums'
import { type PlanProblemRow, type PlanVersionRow, planProblem, planVersion } from './select'

/** The version being worked on: the one draft or submitted plan of a case, if there is one. */
export function workingPlan(tx: Tx, caseId: string): Promise<PlanVersionRow | null> {
  return tx.plan.findFirst({
    where: { caseId, status: { in: ['DRAFT', 'SUBMITTED'] } },
    select: planVersion,
  })
}

/** The plan in force. */
export function approvedPlan(tx: Tx, caseId: string): Promise<PlanVersionRow | null> {
  return tx.plan.findFirst({ where: { caseId, status: 'APPROVED' }, select: planVersion })
}

export function problemRows(tx: Tx, caseId: string): Promise<PlanProblemRow[]> {
  return tx.problem.findMany({
    where: { caseId },
    select: planProblem,
    orderBy: { number: 'asc' },
  })
}

/**
 * The working plan in the state a verb needs; else `Conflict` (`noPlanDraft`, `noPlanSubmitted`).
 * Another version of it than the one the person saw is a conflict too, naming who saved it.
 */
export async function requirePlan(
  tx: Tx,
  { kase }: OpenedCase,
  status: Extract<PlanStatus, 'DRAFT' | 'SUBMITTED'>,
  seen?: number,
): Promise<PlanVersionRow> {
  const plan = await workingPlan(tx, kase.id)
  if (plan?.status !== status) {
    throw new Conflict(status === 'DRAFT' ? 'noPlanDraft' : 'noPlanSubmitted')
  }
  if (seen !== undefined && seen !== plan.version) throw planChanged(plan)
  return plan
}

/** Someone saved the draft meanwhile: who and when. */
export function planChanged(plan: Pick<PlanVersionRow, 'savedByName' | 'savedAt'>): Conflict {
  return new Conflict(
    'changedMeanwhile',
    {},
    plan.savedAt
      ? { by: plan.savedByName, at: plan.savedAt.toISOString(), kind: 'planDrafted' }
      : undefined,
  )
}
