import type { Prisma } from '@/prisma/generated/client'

/** What every command on a case needs to know of it. */
export const workingCase = {
  id: true,
  version: true,
  countyId: true,
  townshipId: true,
  villageId: true,
  batchId: true,
  stage: true,
  stageSince: true,
  paused: true,
  pausedOn: true,
  origin: true,
  proposedOn: true,
  proposedById: true,
  proposedByOrganisationId: true,
  previousCaseId: true,
  confirmedOn: true,
  handedOverOn: true,
  planApprovedOn: true,
  consolidationUntil: true,
  closedOn: true,
  village: { select: { id: true, code: true, name: true } },
  township: { select: { id: true, name: true } },
  batch: {
    select: {
      id: true,
      number: true,
      name: true,
      targetEndOn: true,
      ruleSet: { select: { id: true, content: true } },
    },
  },
} satisfies Prisma.CaseSelect

export type WorkingCase = Prisma.CaseGetPayload<{ select: typeof workingCase }>
