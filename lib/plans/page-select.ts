import { measureColumns } from '@/lib/measures/select'
import type { Prisma } from '@/prisma/generated/client'
import { planVersion } from './select'

/** A case as the pages of its plan and measures show it. */
export const planPageCase = {
  id: true,
  version: true,
  countyId: true,
  townshipId: true,
  stage: true,
  paused: true,
  pausedOn: true,
  confirmedOn: true,
  planApprovedOn: true,
  village: {
    select: {
      name: true,
      kind: true,
      organisationType: true,
      partyMembers: true,
      partyGroups: true,
      households: true,
      population: true,
      collectiveIncome: true,
    },
  },
  township: { select: { name: true } },
  batch: {
    select: {
      name: true,
      number: true,
      year: true,
      targetEndOn: true,
      ruleSet: { select: { id: true, content: true } },
    },
  },
  problems: {
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      title: true,
      cause: true,
      evidence: true,
      category: true,
      status: true,
      reportedById: true,
      reportedOn: true,
      solvedById: true,
      solvedByName: true,
      solvedOn: true,
      solution: true,
      verifiedByName: true,
      verifiedOn: true,
      verification: true,
      internal: true,
      version: true,
      kind: { select: { code: true, titleZh: true, titleEn: true } },
    },
  },
  plans: { orderBy: { number: 'desc' }, select: planVersion },
  assignments: {
    where: { toOn: null },
    orderBy: { fromOn: 'asc' },
    select: {
      slot: true,
      personName: true,
      personPost: true,
      organisation: { select: { name: true } },
    },
  },
  measures: { orderBy: { number: 'asc' }, select: measureColumns },
} satisfies Prisma.CaseSelect

export type PlanPageCase = Prisma.CaseGetPayload<{ select: typeof planPageCase }>
export type ProblemRow = PlanPageCase['problems'][number]
