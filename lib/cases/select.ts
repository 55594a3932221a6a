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

/** What listing a village needs to know of it. */
export const listedVillage = {
  id: true,
  code: true,
  name: true,
  countyId: true,
  townshipId: true,
} satisfies Prisma.VillageSelect

export type ListedVillage = Prisma.VillageGetPayload<{ select: typeof listedVillage }>

/** What an earlier case of a village says about listing it again. */
export const earlierCase = {
  id: true,
  stage: true,
  countyId: true,
  townshipId: true,
  closedOn: true,
} satisfies Prisma.CaseSelect

export type EarlierCase = Prisma.CaseGetPayload<{ select: typeof earlierCase }>
