import { type Day, daysBetween, toDay } from '@/lib/dates'
import type { Stage } from '@/prisma/generated/enums'

/** The road of a case, in order. */
export const road = [
  'CANDIDATE',
  'PLANNING',
  'PLAN_REVIEW',
  'RECTIFYING',
  'TOWNSHIP_ACCEPTANCE',
  'COUNTY_ACCEPTANCE',
  'CONSOLIDATING',
  'CLOSED',
] as const satisfies readonly Stage[]

/** One stage of the road: since when, and for the present one the how-manieth day it is. */
export type CaseStep = {
  stage: Stage
  state: 'done' | 'now' | 'todo'
  on: Day | null
  day?: number
}

type Dated = {
  stage: Stage
  stageSince: Date
  proposedOn: Date
  confirmedOn: Date | null
  planApprovedOn: Date | null
  closedOn: Date | null
  plans: readonly { submittedOn: Date | null }[]
  acceptances: readonly { level: string; openedOn: Date; status: string; decidedOn: Date | null }[]
}

/** The steps of a case with their dates. One not confirmed has a road of two. */
export function caseSteps(kase: Dated, today: Day): CaseStep[] {
  const stages: readonly Stage[] =
    kase.stage === 'NOT_CONFIRMED' ? ['CANDIDATE', 'NOT_CONFIRMED'] : road
  const at = stages.indexOf(kase.stage)
  return stages.map((stage, index) => {
    if (index > at) return { stage, state: 'todo', on: null }
    if (index < at) return { stage, state: 'done', on: begun(kase, stage) }
    const on = toDay(kase.stageSince)
    if (stage === 'CLOSED') return { stage, state: 'now', on: begun(kase, stage) ?? on }
    return { stage, state: 'now', on, day: daysBetween(on, today) + 1 }
  })
}

/** The day a stage that is past began; null where it is not known (historical cases). */
function begun(kase: Dated, stage: Stage): Day | null {
  const opened = (level: string) => kase.acceptances.findLast((one) => one.level === level)
  const dates: Partial<Record<Stage, Date | null | undefined>> = {
    CANDIDATE: kase.proposedOn,
    PLANNING: kase.confirmedOn,
    PLAN_REVIEW: kase.plans.find((plan) => plan.submittedOn)?.submittedOn,
    RECTIFYING: kase.planApprovedOn,
    TOWNSHIP_ACCEPTANCE: opened('TOWNSHIP')?.openedOn,
    COUNTY_ACCEPTANCE: opened('COUNTY')?.openedOn,
    CONSOLIDATING: opened('COUNTY')?.decidedOn,
    CLOSED: kase.closedOn,
  }
  const date = dates[stage]
  return date ? toDay(date) : null
}
