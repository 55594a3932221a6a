import { toDay } from '@/lib/dates'
import type { Prisma } from '@/prisma/generated/client'

/** A finding as lists and cards show it. */
export const listedFinding = {
  id: true,
  countyId: true,
  townshipId: true,
  villageId: true,
  caseId: true,
  spotCheckId: true,
  origin: true,
  kind: true,
  gravity: true,
  text: true,
  evidence: true,
  source: true,
  state: true,
  foundOn: true,
  sentOn: true,
  sentToIds: true,
  settlement: true,
  settledByName: true,
  settledOn: true,
  recordedByName: true,
  version: true,
  village: { select: { name: true, demo: true } },
  measure: { select: { id: true, number: true, title: true, status: true } },
} satisfies Prisma.FindingSelect

type Row = Prisma.FindingGetPayload<{ select: typeof listedFinding }>

export function findingLine(row: Row) {
  return {
    ...row,
    foundOn: toDay(row.foundOn),
    sentOn: row.sentOn && toDay(row.sentOn),
    settledOn: row.settledOn && toDay(row.settledOn),
  }
}

export type FindingLine = ReturnType<typeof findingLine>
