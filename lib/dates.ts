import { TZDate } from '@date-fns/tz'

/**
 * A day of the domain as ISO text `YYYY-MM-DD`, without a time zone. The database keeps it as
 * `DATE`; `toDay` and `fromDay` stand at that border and nowhere else.
 */
export type Day = string

const DAY_MS = 86_400_000
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a value is a day that exists: `2024-02-29` is, `2023-02-29` and `2023-2-9` are not. */
export function isDay(value: unknown): value is Day {
  return typeof value === 'string' && pattern.test(value) && dayOfMs(msOfDay(value)) === value
}

/** The day of a Prisma `DATE` (midnight UTC). Throws `RangeError` for an invalid date. */
export function toDay(date: Date): Day {
  return date.toISOString().slice(0, 10)
}

/** Midnight UTC of a day, as Prisma wants a `DATE`. Throws `RangeError` for a malformed day. */
export function fromDay(day: Day): Date {
  return new Date(checkedMs(day))
}

/** The day that an instant falls on in a time zone (IANA name, here always `Asia/Shanghai`). */
export function todayIn(timeZone: string, now: Date): Day {
  const local = new TZDate(now.getTime(), timeZone)
  return dayOfMs(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()))
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayOfMs(checkedMs(day) + count * DAY_MS)
}

/**
 * The same day of the month `count` months later (earlier when negative), clamped to the month's
 * last day: 31 January plus one month is 28 or 29 February.
 */
export function addMonths(day: Day, count: number): Day {
  const start = fromDay(day)
  const year = start.getUTCFullYear()
  const month = start.getUTCMonth() + count
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return dayOfMs(Date.UTC(year, month, Math.min(start.getUTCDate(), last)))
}

/** Calendar days from one day to another: `to − from`, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (checkedMs(to) - checkedMs(from)) / DAY_MS
}

/** Order of two days for sorting: −1, 0 or 1. ISO text sorts as the days do. */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: Day): number {
  return fromDay(day).getUTCDay()
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return fromDay(day).getUTCFullYear()
}

function msOfDay(day: string): number {
  const [, year, month, date] = pattern.exec(day) ?? []
  return Date.UTC(Number(year), Number(month) - 1, Number(date))
}

function dayOfMs(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10)
}

function checkedMs(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${JSON.stringify(day)}`)
  return msOfDay(day)
}
