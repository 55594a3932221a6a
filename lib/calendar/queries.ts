import 'server-only'
import { toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { type Calendar, calendarOf } from './rules'

const keptFor = 60_000
let kept: { calendar: Calendar; at: number } | undefined

/** The working-day calendar; kept a minute in this process, since it changes once a year. */
export async function calendarNow(tx: Tx): Promise<Calendar> {
  if (kept && Date.now() - kept.at < keptFor) return kept.calendar
  const rows = await tx.calendarDay.findMany({ select: { day: true, kind: true } })
  const calendar = calendarOf(rows.map(({ day, kind }) => ({ day: toDay(day), kind })))
  // An empty calendar is one not seeded yet: asked for again next time.
  if (rows.length > 0) kept = { calendar, at: Date.now() }
  return calendar
}
