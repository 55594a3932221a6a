import { addDays, type Day, daysBetween, weekdayOf, yearOf } from '@/lib/dates'

/** A row of the holiday table: a weekday off (休) or a weekend day worked instead (班, 调休). */
export type CalendarRow = { day: Day; kind: 'HOLIDAY' | 'WORKDAY' }

/**
 * The working-day calendar: the State Council's yearly notice on public holidays as two sets of
 * days. A year without rows (its notice is not published yet) counts as plain weekdays;
 * `knownYears` lets the caller warn about that.
 */
export type Calendar = {
  holidays: ReadonlySet<Day>
  workdays: ReadonlySet<Day>
  knownYears: ReadonlySet<number>
}

/** Builds the calendar from the rows of the holiday table, in any order. */
export function calendarOf(rows: readonly CalendarRow[]): Calendar {
  const daysOf = (kind: CalendarRow['kind']) =>
    new Set(rows.filter((row) => row.kind === kind).map((row) => row.day))
  return {
    holidays: daysOf('HOLIDAY'),
    workdays: daysOf('WORKDAY'),
    knownYears: new Set(rows.map((row) => yearOf(row.day))),
  }
}

/** Whether offices work on a day: adjusted days first, then holidays, then Monday to Friday. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  if (calendar.workdays.has(day)) return true
  if (calendar.holidays.has(day)) return false
  return isWeekday(weekdayOf(day))
}

/**
 * The `count`-th working day after a day, or before it when `count` is negative; the day itself
 * counts for nothing. Zero gives the day back, working or not. `count` must be an integer.
 */
export function addWorkingDays(day: Day, count: number, calendar: Calendar): Day {
  if (!Number.isInteger(count)) throw new RangeError(`not a number of days: ${count}`)
  const step = Math.sign(count)
  let left = Math.abs(count)
  let current = day
  while (left > 0) {
    current = addDays(current, step)
    if (isWorkingDay(current, calendar)) left -= 1
  }
  return current
}

/**
 * Working days after `from` up to and including `to`; the negative of the mirrored count when
 * `to` comes first. Undoes `addWorkingDays`: the days to the n-th working day after are n.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  const days = daysBetween(from, to)
  if (days === 0) return 0
  const [first, last] = days > 0 ? [addDays(from, 1), to] : [to, addDays(from, -1)]
  let count = weekdaysFrom(first, Math.abs(days))
  // Counted, not walked through: lists and homes ask this for every line they show.
  for (const day of calendar.holidays) {
    if (day < first || day > last || calendar.workdays.has(day)) continue
    if (isWeekday(weekdayOf(day))) count -= 1
  }
  for (const day of calendar.workdays) {
    if (day >= first && day <= last && !isWeekday(weekdayOf(day))) count += 1
  }
  return days > 0 ? count : 0 - count
}

/** Days from Monday to Friday among so many days from the first on. */
function weekdaysFrom(first: Day, days: number): number {
  const start = weekdayOf(first)
  let count = Math.floor(days / 7) * 5
  for (let ahead = 0; ahead < days % 7; ahead++) {
    if (isWeekday((start + ahead) % 7)) count += 1
  }
  return count
}

const isWeekday = (weekday: number) => weekday !== 0 && weekday !== 6

/** The years among these days that the calendar does not know, ascending, to warn about. */
export function unknownYears(days: readonly Day[], calendar: Calendar): number[] {
  const years = new Set(days.map(yearOf))
  return [...years].filter((year) => !calendar.knownYears.has(year)).sort((a, b) => a - b)
}
