import type { Prisma } from '@/prisma/generated/client'

const village = { select: { id: true, name: true, demo: true } } as const

/** A line of the lists; the case itself is never read along, for an addressee may not see it. */
export const listedNotice = {
  id: true,
  countyId: true,
  townshipId: true,
  caseId: true,
  kind: true,
  status: true,
  prefix: true,
  year: true,
  number: true,
  title: true,
  addresseeId: true,
  addresseeName: true,
  checkIds: true,
  dueOn: true,
  signedOn: true,
  replyDueOn: true,
  repliedOn: true,
  closedOn: true,
  yellowOn: true,
  redOn: true,
  village,
  addressee: { select: { name: true } },
} satisfies Prisma.SupervisionNoticeSelect

export type ListedNotice = Prisma.SupervisionNoticeGetPayload<{ select: typeof listedNotice }>

/** A notice with everything that was written on it. */
export const wholeNotice = {
  ...listedNotice,
  villageId: true,
  copiedIds: true,
  copyLeaderId: true,
  copyLeaderName: true,
  facts: true,
  basis: true,
  demand: true,
  contact: true,
  measureId: true,
  formerId: true,
  draftedById: true,
  draftedByName: true,
  draftedOn: true,
  editedById: true,
  signedByName: true,
  receivedByName: true,
  receivedOn: true,
  repliedById: true,
  returns: true,
  verifiedByName: true,
  verifiedOn: true,
  closingNote: true,
  closedByName: true,
  reissuedOn: true,
  withdrawReason: true,
  withdrawnByName: true,
  withdrawnOn: true,
  version: true,
  findings: { select: { findingId: true } },
} satisfies Prisma.SupervisionNoticeSelect

export type WholeNotice = Prisma.SupervisionNoticeGetPayload<{ select: typeof wholeNotice }>
