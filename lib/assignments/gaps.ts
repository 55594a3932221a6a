import { type Day, fromDay } from '@/lib/dates'
import type { Prisma } from '@/prisma/generated/client'
import { standardSlots } from './rules'

/** Cases of which one of the standard four (四个一) is held by nobody on a day. */
export function withGaps(today: Day): Prisma.CaseWhereInput {
  const day = fromDay(today)
  return {
    OR: standardSlots.map((slot) => ({
      assignments: {
        none: { slot, fromOn: { lte: day }, OR: [{ toOn: null }, { toOn: { gte: day } }] },
      },
    })),
  }
}

/** Cases whose slots are filled now: confirmed, not closed, not paused. */
export const assignable = {
  paused: false,
  stage: { notIn: ['CANDIDATE', 'NOT_CONFIRMED', 'CLOSED'] },
} satisfies Prisma.CaseWhereInput
