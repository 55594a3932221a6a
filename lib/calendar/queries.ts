import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { fromDay, toDay, yearOf } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
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

/** After the administrator changed it: this process reads it anew at the next use. */
export function forgetCalendar(): void {
  kept = undefined
}

/** The days of one year, the years that are known, and whether this and the next one are. */
export const readCalendarYear = (viewer: Viewer, year: number) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'directory.import', { countyId: viewer.countyId })
    const rows = await tx.calendarDay.findMany({
      where: { day: { gte: fromDay(`${year}-01-01`), lte: fromDay(`${year}-12-31`) } },
      orderBy: { day: 'asc' },
    })
    const all = await tx.$queryRaw<{ year: number }[]>`
      SELECT DISTINCT extract(year FROM day)::int AS year FROM calendar_days ORDER BY 1`
    const known = all.map((row) => row.year)
    const present = yearOf(viewer.today)
    return {
      days: rows.map(({ day, kind, name }) => ({ day: toDay(day), kind, name })),
      years: [...new Set([...known, present, present + 1])].sort((a, b) => a - b),
      unknown: [present, present + 1].filter((one) => !known.includes(one)),
    }
  })
