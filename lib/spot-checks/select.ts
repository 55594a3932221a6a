import type { Prisma } from '@/prisma/generated/client'

/** What a command needs to know of a check. */
export const workingCheck = {
  id: true,
  version: true,
  countyId: true,
  townshipId: true,
  villageId: true,
  caseId: true,
  roundId: true,
  method: true,
  state: true,
  sheet: true,
  dueOn: true,
  assignedOn: true,
  visitedOn: true,
  submittedOn: true,
  inspectorNames: true,
  village: { select: { id: true, name: true, townshipId: true, demo: true } },
} satisfies Prisma.SpotCheckSelect

export type WorkingCheck = Prisma.SpotCheckGetPayload<{ select: typeof workingCheck }>

/** A line of the lists. */
export const listedCheck = {
  id: true,
  townshipId: true,
  caseId: true,
  method: true,
  state: true,
  dueOn: true,
  visitedOn: true,
  submittedOn: true,
  inspectorNames: true,
  village: { select: { name: true, demo: true } },
  reports: { orderBy: { number: 'desc' }, take: 1, select: { conclusion: true } },
  _count: { select: { findings: { where: { state: { not: 'WITHDRAWN' } } } } },
} satisfies Prisma.SpotCheckSelect

/** What the rulebook is asked about for a check. */
export const subjectOfCheck = (check: {
  id: string
  countyId: string
  townshipId: string
  caseId: string | null
}) => ({
  countyId: check.countyId,
  townshipId: check.townshipId,
  spotCheckId: check.id,
  ...(check.caseId && { caseId: check.caseId }),
})
