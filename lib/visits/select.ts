import { toDay } from '@/lib/dates'
import type { Prisma } from '@/prisma/generated/client'

/** What a command needs to know of the case a visit was made to. */
export const visitedCase = {
  id: true,
  countyId: true,
  townshipId: true,
  stage: true,
  stageSince: true,
  paused: true,
  proposedOn: true,
  closedOn: true,
} satisfies Prisma.CaseSelect

export type VisitedCase = Prisma.CaseGetPayload<{ select: typeof visitedCase }>

/** A line of the lists. */
export const listedVisit = {
  id: true,
  caseId: true,
  townshipId: true,
  kind: true,
  day: true,
  found: true,
  settled: true,
  task: true,
  taskPerson: true,
  taskDueOn: true,
  taskDoneOn: true,
  met: true,
  metCount: true,
  authorName: true,
  organisationName: true,
  role: true,
  enteredOn: true,
  withdrawnOn: true,
  village: { select: { id: true, code: true, name: true, demo: true } },
} satisfies Prisma.VisitSelect

/** A visit with everything that was written on it. */
export const wholeVisit = {
  ...listedVisit,
  countyId: true,
  companionIds: true,
  companions: true,
  problemIds: true,
  measureIds: true,
  authorId: true,
  stage: true,
  createdAt: true,
  taskDoneByName: true,
  taskResult: true,
  withdrawReason: true,
  version: true,
  case: { select: visitedCase },
} satisfies Prisma.VisitSelect

export type WholeVisit = Prisma.VisitGetPayload<{ select: typeof wholeVisit }>

/** The days by which it is decided whether a visit can still be corrected. */
export function standingOf(visit: WholeVisit) {
  const { stage, enteredOn, withdrawnOn, case: kase } = visit
  return [
    { stage, enteredOn: toDay(enteredOn), withdrawnOn: withdrawnOn && toDay(withdrawnOn) },
    { stage: kase.stage, stageSince: toDay(kase.stageSince), paused: kase.paused },
  ] as const
}
