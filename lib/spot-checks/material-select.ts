import { toDay } from '@/lib/dates'
import type { Prisma } from '@/prisma/generated/client'

/** A request for material as lists and cards show it. */
export const listedRequest = {
  id: true,
  version: true,
  countyId: true,
  townshipId: true,
  caseId: true,
  spotCheckId: true,
  what: true,
  gap: true,
  state: true,
  requestedByName: true,
  requestedOn: true,
  answer: true,
  answeredByName: true,
  answeredOn: true,
  village: { select: { name: true, demo: true } },
} satisfies Prisma.MaterialRequestSelect

type Row = Prisma.MaterialRequestGetPayload<{ select: typeof listedRequest }>

export function requestLine(row: Row) {
  return {
    ...row,
    requestedOn: toDay(row.requestedOn),
    answeredOn: row.answeredOn && toDay(row.answeredOn),
  }
}
