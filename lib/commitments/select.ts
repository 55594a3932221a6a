import type { Prisma } from '@/prisma/generated/client'

/** What a command needs to know of the case a commitment belongs to. */
export const committedCase = {
  id: true,
  countyId: true,
  townshipId: true,
  villageId: true,
  stage: true,
  paused: true,
} satisfies Prisma.CaseSelect

/** A line of the lists; the name of the person stays on its own page. */
export const listedCommitment = {
  id: true,
  countyId: true,
  townshipId: true,
  caseId: true,
  level: true,
  position: true,
  memberCount: true,
  text: true,
  dueOn: true,
  status: true,
  result: true,
  publishedOn: true,
  evaluatedOn: true,
  village: { select: { id: true, code: true, name: true, demo: true } },
} satisfies Prisma.CommitmentSelect

/** A commitment with everything that was written on it. */
export const wholeCommitment = {
  ...listedCommitment,
  villageId: true,
  personName: true,
  yardstick: true,
  problemIds: true,
  measureIds: true,
  enteredById: true,
  enteredByName: true,
  enteredOn: true,
  submittedById: true,
  returns: true,
  reviewNote: true,
  reviewedById: true,
  reviewedByName: true,
  reviewedOn: true,
  publishedByName: true,
  evidence: true,
  evidenceOn: true,
  carriedOutById: true,
  carriedOutByName: true,
  carriedOutOn: true,
  evaluation: true,
  evaluatedById: true,
  evaluatedByName: true,
  withdrawnOn: true,
  withdrawReason: true,
  version: true,
  case: { select: committedCase },
} satisfies Prisma.CommitmentSelect

export type WholeCommitment = Prisma.CommitmentGetPayload<{ select: typeof wholeCommitment }>
