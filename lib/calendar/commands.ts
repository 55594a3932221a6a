import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { fromDay, toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { forgetCalendar } from './queries'
import type { changeCalendarInput } from './schema'

/** Replaces the holidays and adjusted working days (调休) of one year. */
export async function changeCalendar(viewer: Viewer, input: z.infer<typeof changeCalendarInput>) {
  await transaction(viewer, async (tx) => {
    const grant = authorize(viewer, 'calendar.manage', { countyId: viewer.countyId })
    const inYear = {
      day: { gte: fromDay(`${input.year}-01-01`), lte: fromDay(`${input.year}-12-31`) },
    }
    const before = await tx.calendarDay.findMany({ where: inYear, orderBy: { day: 'asc' } })
    await tx.calendarDay.deleteMany({ where: inYear })
    await tx.calendarDay.createMany({
      data: input.days.map(({ day, ...rest }) => ({ day: fromDay(day), ...rest })),
    })
    const kinds = (kind: string) => input.days.filter((one) => one.kind === kind).length
    const words = (day: string, kind: string) => `${day} ${kind}`
    await record(
      tx,
      { viewer, grant },
      { accountsOf: viewer.countyId },
      {
        kind: 'calendarChanged',
        details: { year: input.year, holidays: kinds('HOLIDAY'), workdays: kinds('WORKDAY') },
        changes: {
          days: [
            before.map(({ day, kind }) => words(toDay(day), kind)),
            input.days.map(({ day, kind }) => words(day, kind)).toSorted(),
          ],
        },
      },
    )
  })
  forgetCalendar()
}
