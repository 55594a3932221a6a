import { type Day, toDay } from '@/lib/dates'
import type { Prisma, Stage } from '@/prisma/generated/client'

/** What a command needs to know of the case on which something is entered. */
export const enteredCase = {
  id: true,
  countyId: true,
  townshipId: true,
  villageId: true,
  stage: true,
  stageSince: true,
  paused: true,
  proposedOn: true,
  closedOn: true,
} satisfies Prisma.CaseSelect

export type EnteredCase = Prisma.CaseGetPayload<{ select: typeof enteredCase }>

/** Columns that visits and work records have in common, as far as rules look at them. */
type Entry = {
  stage: Stage
  enteredOn: Date
  withdrawnOn: Date | null
  case: Pick<EnteredCase, 'stage' | 'stageSince' | 'paused'>
}

type Standing = { stage: Stage; stageSince: Day; paused: boolean }

/** The days by which it is decided whether an entry can still be corrected. */
export function standingOf({ stage, enteredOn, withdrawnOn, case: kase }: Entry) {
  return [
    { stage, enteredOn: toDay(enteredOn), withdrawnOn: withdrawnOn && toDay(withdrawnOn) },
    { stage: kase.stage, stageSince: toDay(kase.stageSince), paused: kase.paused } as Standing,
  ] as const
}
