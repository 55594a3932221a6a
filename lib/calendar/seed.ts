import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { CalendarRow } from '@/lib/calendar/rules'
import { compareDays } from '@/lib/dates'

/** A row for the holiday table with the holiday's Chinese name (`春节`). */
export type CalendarSeedRow = CalendarRow & { name: string }

/**
 * The holidays and adjusted working days of every year the package `chinese-days` knows (from
 * 2004), as published in the State Council's yearly notices, in order of days. Administrators
 * edit the table afterwards; the package gives "English name,Chinese name,days".
 */
export function calendarSeed(): CalendarSeedRow[] {
  const rows = (days: Record<string, string>, kind: CalendarRow['kind']) =>
    Object.entries(days).map(([day, names]) => ({ day, kind, name: names.split(',')[1] ?? '' }))
  return [...rows(published.holidays, 'HOLIDAY'), ...rows(published.workdays, 'WORKDAY')].sort(
    (a, b) => compareDays(a.day, b.day),
  )
}
