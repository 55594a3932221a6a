import { type Day, fromDay, toDay } from '@/lib/dates'
import type { Stage } from '@/prisma/generated/enums'

/** What happens next and who holds it; `code` is a key of `cases.next`. */
export type NextStep = {
  code:
    | 'resume'
    | 'confirm'
    | 'draftPlan'
    | 'reviewPlan'
    | 'decideExtension'
    | 'reviewRevision'
    | 'carryOut'
    | 'solveProblems'
    | 'verifyProblems'
    | 'applyForAcceptance'
    | 'townshipAcceptance'
    | 'countyAcceptance'
    | 'consolidate'
    | 'close'
    | 'followUp'
  holder: 'county' | 'township' | 'workers'
  params: Record<string, string | number>
}

type Standing = {
  stage: Stage
  paused: boolean
  consolidationUntil: Date | null
  plans: readonly { status: string }[]
  measures: readonly { status: string }[]
  problems: readonly { status: string }[]
  extensions: readonly unknown[]
  followUps: readonly { month: number; dueOn: Date }[]
}

/** The next step of a case; undefined when nothing is left to do. */
export function nextStep(kase: Standing, today: Day): NextStep | undefined {
  if (kase.paused) return step('county', 'resume')
  switch (kase.stage) {
    case 'CANDIDATE':
      return step('county', 'confirm')
    case 'PLANNING':
      return step('township', 'draftPlan')
    case 'PLAN_REVIEW':
      return step('county', 'reviewPlan')
    case 'RECTIFYING':
      return whileRectifying(kase)
    case 'TOWNSHIP_ACCEPTANCE':
      return step('township', 'townshipAcceptance')
    case 'COUNTY_ACCEPTANCE':
      return step('county', 'countyAcceptance')
    case 'CONSOLIDATING':
      return kase.consolidationUntil && fromDay(today) < kase.consolidationUntil
        ? step('township', 'consolidate', { until: toDay(kase.consolidationUntil) })
        : step('county', 'close')
    case 'CLOSED': {
      const due = kase.followUps[0]
      return due && step('township', 'followUp', { month: due.month, due: toDay(due.dueOn) })
    }
    default:
      return undefined
  }
}

/** What waits for a decision comes first, then the work itself, then applying for acceptance. */
function whileRectifying(kase: Standing): NextStep {
  const count = (rows: readonly { status: string }[], status: string) =>
    rows.filter((row) => row.status === status).length
  if (kase.extensions.length > 0) return step('county', 'decideExtension')
  if (count(kase.plans, 'SUBMITTED') > 0) return step('county', 'reviewRevision')
  const open = count(kase.measures, 'OPEN')
  if (open > 0) return step('workers', 'carryOut', { count: open })
  const unsolved = count(kase.problems, 'OPEN')
  if (unsolved > 0) return step('township', 'solveProblems', { count: unsolved })
  const unverified = count(kase.problems, 'SOLVED')
  if (unverified > 0) return step('township', 'verifyProblems', { count: unverified })
  return step('township', 'applyForAcceptance')
}

function step(
  holder: NextStep['holder'],
  code: NextStep['code'],
  params: NextStep['params'] = {},
): NextStep {
  return { code, holder, params }
}
