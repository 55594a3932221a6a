import { enteredCase } from '@/lib/entries/select'
import type { Prisma } from '@/prisma/generated/client'

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
  case: { select: enteredCase },
} satisfies Prisma.VisitSelect

export type WholeVisit = Prisma.VisitGetPayload<{ select: typeof wholeVisit }>
