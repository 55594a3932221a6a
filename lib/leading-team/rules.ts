import { addDays, type Day } from '@/lib/dates'
import type { RuleMessage } from '@/lib/rule-message'
import type { PostTitle } from '@/prisma/generated/enums'

/** A change of a village's leading team, as a work record of the move 选好配强班子 tells of it. */
export type TeamChange =
  | {
      kind: 'holderChanged'
      title: PostTitle
      /** Which of several posts of this title. */
      postId?: string
      /** Null: the post falls vacant. */
      holderName: string | null
      fromOn: Day
      reason?: string
    }
  | { kind: 'memberAdded'; title: PostTitle; holderName: string; fromOn: Day }
  | { kind: 'reserveAdded'; name: string; fromOn: Day; note?: string }
  | { kind: 'reserveLeft'; reserveId: string; toOn: Day; promotedTo?: PostTitle }

export type Held = { holderName: string | null; fromOn: Day | null }

/**
 * What stands against a new holder of a post from a day: `dateInFuture`, `successorTooEarly` (not
 * after the first day of the present one), `sameHolder`.
 */
export function holderErrors(
  now: Held,
  next: { holderName: string | null; fromOn: Day },
  today: Day,
) {
  const errors: RuleMessage[] = []
  if (next.fromOn > today) errors.push({ code: 'dateInFuture' })
  if (now.holderName === next.holderName) errors.push({ code: 'sameHolder' })
  if (now.holderName && now.fromOn && next.fromOn <= now.fromOn) {
    errors.push({ code: 'successorTooEarly', params: { from: now.fromOn } })
  }
  return errors
}

/** The last day of whoever is followed on a day: the day before, and never before their first. */
export function lastDayBefore(next: Day, from: Day | null): Day {
  const last = addDays(next, -1)
  return from && last < from ? from : last
}

/**
 * How a line of the team's form changes a post: a new holder from a later day is a change of
 * holder, everything else about the same post sets right what was recorded.
 */
export function isChangeOfHolder(now: Held, next: Held): boolean {
  if (now.holderName === next.holderName || now.holderName === null) return false
  if (next.holderName === null) return true
  return next.fromOn !== null && (now.fromOn === null || next.fromOn > now.fromOn)
}

/** Reserves whose time is not over. */
export const stillReserve = { toOn: null } as const
