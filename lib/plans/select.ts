import type { Prisma } from '@/prisma/generated/client'

/** One line of a plan as that version states it. */
export const planLine = {
  id: true,
  measureId: true,
  number: true,
  move: true,
  title: true,
  target: true,
  problemIds: true,
  organisationId: true,
  organisationName: true,
  personName: true,
  personPost: true,
  personUserId: true,
  startOn: true,
  dueOn: true,
} satisfies Prisma.PlanMeasureSelect

/** A version of a plan with its sections and lines. */
export const planVersion = {
  id: true,
  caseId: true,
  number: true,
  status: true,
  version: true,
  revisionReason: true,
  facts: true,
  causes: true,
  goals: true,
  timetable: true,
  responsibilities: true,
  guarantees: true,
  problems: true,
  submittedById: true,
  submittedByName: true,
  submittedOn: true,
  decidedByName: true,
  decidedOn: true,
  returnReason: true,
  returned: true,
  savedByName: true,
  savedAt: true,
  recordNo: true,
  lines: { select: planLine, orderBy: { number: 'asc' } },
} satisfies Prisma.PlanSelect

/** A problem of the case as a plan answers it. */
export const planProblem = {
  id: true,
  number: true,
  title: true,
  cause: true,
  evidence: true,
  category: true,
  kind: { select: { code: true } },
} satisfies Prisma.ProblemSelect

export type PlanLineRow = Prisma.PlanMeasureGetPayload<{ select: typeof planLine }>
export type PlanVersionRow = Prisma.PlanGetPayload<{ select: typeof planVersion }>
export type PlanProblemRow = Prisma.ProblemGetPayload<{ select: typeof planProblem }>
