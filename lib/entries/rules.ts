import { compareDays, type Day, daysBetween } from '@/lib/dates'
import type { ErrorParams } from '@/lib/errors'
import type { Stage } from '@/prisma/generated/enums'

/** Days after which an entry made later is marked 补录, neutrally. */
const lateAfter = 3

/** Whether a visit or record was entered more than three days after it happened (补录). */
export function isLateEntry(day: Day, enteredOn: Day): boolean {
  return daysBetween(day, enteredOn) > lateAfter
}

/** The days of a case on which entries count: from its proposal to its closing, or to today. */
export type OpenPeriod = { from: Day; to: Day | null }
/** The days of an appointment; `to` null while it has no end. */
export type Term = { from: Day; to: Day | null }

type Issue = { code: string; params?: ErrorParams }

const within = (day: Day, { from, to }: Term) =>
  compareDays(day, from) >= 0 && (to === null || compareDays(day, to) <= 0)

/**
 * What speaks against the day of an entry: it lies ahead, outside the open period of the case, or
 * in none of the author's appointments to that role. Undefined when it counts, however late it comes.
 */
export function dayIssue(
  day: Day,
  given: { today: Day; period: OpenPeriod; terms: readonly Term[] },
): Issue | undefined {
  const { today, period, terms } = given
  if (compareDays(day, today) > 0) return { code: 'dateInFuture' }
  if (compareDays(day, period.from) < 0) {
    return { code: 'entryBeforeListing', params: { from: period.from } }
  }
  if (period.to !== null && compareDays(day, period.to) > 0) {
    return { code: 'entryAfterClosing', params: { to: period.to } }
  }
  if (!terms.some((term) => within(day, term))) return { code: 'entryOutsideAppointment' }
  return undefined
}

type Standing = { stage: Stage; stageSince: Day; paused: boolean }

/**
 * Why an entry cannot be corrected or withdrawn any more, or undefined: it is withdrawn, the case is
 * paused, or has left the stage in which it was entered.
 */
export function frozenBecause(
  entry: { stage: Stage; enteredOn: Day; withdrawnOn: Day | null },
  kase: Standing,
): 'entryWithdrawn' | 'casePaused' | 'entryStageLeft' | undefined {
  if (entry.withdrawnOn !== null) return 'entryWithdrawn'
  if (kase.paused) return 'casePaused'
  const same = kase.stage === entry.stage && compareDays(kase.stageSince, entry.enteredOn) <= 0
  return same ? undefined : 'entryStageLeft'
}

/**
 * The first day of the stretch of `months` months that holds a day, counted from January: a quarter
 * for 3, the month itself for 1.
 */
export function periodStart(day: Day, months: number): Day {
  const [year = '', month = '1'] = day.split('-')
  const first = Math.floor((Number(month) - 1) / months) * months + 1
  return `${year}-${String(first).padStart(2, '0')}-01`
}
