import { addDays, addMonths, type Day } from '@/lib/dates'

/** `YYYY-MM` of a day. */
export const monthOf = (day: Day): string => day.slice(0, 7)

/** First and last day of a month `YYYY-MM`. */
export function daysOf(month: string): { first: Day; last: Day } {
  const first = `${month}-01`
  return { first, last: addDays(addMonths(first, 1), -1) }
}

/** The month so many months before (negative) or after. */
export function monthBeside(month: string, step: number): string {
  return monthOf(addMonths(`${month}-01`, step))
}

/** The most days a team can have lived in the village: of the present month only those gone by. */
export function mostDays(month: string, today: Day): number {
  return Number((monthOf(today) === month ? today : daysOf(month).last).slice(8))
}
