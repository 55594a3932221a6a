import { addMonths, type Day } from '@/lib/dates'

/**
 * The follow-ups (回访) of a case closed on a day: one for each month of the rule set, due on the
 * same day of the month, clamped to the month's end and always counted from the closing day.
 */
export function followUpDates(
  closedOn: Day,
  months: readonly number[],
): { month: number; dueOn: Day }[] {
  return months.map((month) => ({ month, dueOn: addMonths(closedOn, month) }))
}

/**
 * The last day of the follow-up year: until then the case stays readable for everyone in its
 * scope. A year at least, longer when the rule set asks for a later follow-up.
 */
export function followUpEnd(closedOn: Day, months: readonly number[]): Day {
  return addMonths(closedOn, Math.max(12, ...months))
}
