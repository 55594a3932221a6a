import type { Prisma } from '@/prisma/generated/client'

/** What a command needs to know of a request. */
export const workingRequest = {
  id: true,
  version: true,
  countyId: true,
  townshipId: true,
  caseId: true,
  title: true,
  status: true,
  departmentId: true,
  dueOn: true,
  answeredById: true,
  returns: true,
  department: { select: { name: true } },
} satisfies Prisma.CoordinationRequestSelect

export type WorkingRequest = Prisma.CoordinationRequestGetPayload<{
  select: typeof workingRequest
}>

/** A line of the lists; the case itself is never read along, for a department may not see it. */
export const listedRequest = {
  id: true,
  countyId: true,
  townshipId: true,
  caseId: true,
  title: true,
  status: true,
  raisedOn: true,
  dueOn: true,
  answeredOn: true,
  closedOn: true,
  yellowOn: true,
  redOn: true,
  village: { select: { name: true, demo: true } },
  department: { select: { id: true, name: true } },
} satisfies Prisma.CoordinationRequestSelect

/** A request with everything that was written on it. */
export const wholeRequest = {
  ...listedRequest,
  version: true,
  request: true,
  raisedByName: true,
  departmentId: true,
  routedByName: true,
  routedOn: true,
  routeNote: true,
  answer: true,
  answeredByName: true,
  returns: true,
  returnReason: true,
  closingNote: true,
  closedByName: true,
} satisfies Prisma.CoordinationRequestSelect
