import { enteredCase } from '@/lib/entries/select'
import type { Prisma } from '@/prisma/generated/client'

/** A line of the lists. */
export const listedRecord = {
  id: true,
  caseId: true,
  townshipId: true,
  kind: true,
  day: true,
  text: true,
  detail: true,
  authorName: true,
  organisationName: true,
  role: true,
  enteredOn: true,
  withdrawnOn: true,
  village: { select: { id: true, code: true, name: true, demo: true } },
} satisfies Prisma.WorkRecordSelect

export type ListedRecord = Prisma.WorkRecordGetPayload<{ select: typeof listedRecord }>

/** A record with everything that was written on it. */
export const wholeRecord = {
  ...listedRecord,
  countyId: true,
  villageId: true,
  results: true,
  problemIds: true,
  measureIds: true,
  authorId: true,
  stage: true,
  createdAt: true,
  withdrawReason: true,
  version: true,
  case: { select: { ...enteredCase, batch: { select: { ruleSet: true } } } },
} satisfies Prisma.WorkRecordSelect

export type WholeRecord = Prisma.WorkRecordGetPayload<{ select: typeof wholeRecord }>
