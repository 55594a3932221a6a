import type { Prisma } from '@/prisma/generated/client'

/** What a line of the ledger is made of. */
export const ledgerCase = {
  stage: true,
  origin: true,
  sourceDocument: true,
  previousCaseId: true,
  confirmedOn: true,
  closedOn: true,
  township: { select: { name: true } },
  village: {
    select: {
      name: true,
      organisationType: true,
      partyMembers: true,
      population: true,
      collectiveIncome: true,
    },
  },
  problems: {
    orderBy: { number: 'asc' },
    select: {
      title: true,
      cause: true,
      category: true,
      status: true,
      kind: { select: { titleZh: true } },
    },
  },
  decisions: {
    where: { purpose: 'CONFIRMATION' },
    orderBy: { decidedOn: 'asc' },
    select: { body: true, decidedOn: true, documentNo: true },
  },
  measures: {
    where: { status: { not: 'CANCELLED' } },
    orderBy: { number: 'asc' },
    select: {
      title: true,
      target: true,
      organisationName: true,
      personName: true,
      personPost: true,
      dueOn: true,
    },
  },
  assignments: {
    where: { toOn: null },
    select: { slot: true, personName: true, organisation: { select: { name: true } } },
  },
  coordinationRequests: { orderBy: { raisedOn: 'asc' }, select: { title: true } },
  acceptances: {
    where: { status: { not: 'OPEN' } },
    orderBy: { round: 'asc' },
    select: { level: true, status: true, decidedOn: true, total: true, grade: true },
  },
  surveyResults: {
    where: { published: true },
    orderBy: { number: 'desc' },
    select: { kind: true, votes: true, satisfied: true },
  },
  closures: { where: { annulledOn: null }, select: { number: true } },
  followUps: {
    where: { doneOn: { not: null } },
    orderBy: { month: 'asc' },
    select: { doneOn: true, result: true },
  },
} satisfies Prisma.CaseSelect

export type LedgerCase = Prisma.CaseGetPayload<{ select: typeof ledgerCase }>
