import { z } from 'zod'
import { addDays, type Day, daysBetween, yearOf } from '@/lib/dates'
import { DayKind } from '@/prisma/generated/enums'

const rangeInput = z.object({
  from: z.iso.date(),
  /** Last day; left out, it is a single day. */
  to: z.iso.date().optional(),
  kind: z.enum(DayKind),
  name: z.string().trim().max(40).default(''),
})

/** A day of the calendar as it is stored. */
export type CalendarDayInput = { day: Day; kind: DayKind; name: string }

/**
 * Holidays and adjusted working days of one year in ranges, as the State Council's notice gives
 * them ("10月1日至7日放假"); comes out day by day.
 */
export const changeCalendarInput = z
  .object({
    year: z.coerce.number().int().min(2000).max(2100),
    ranges: z.array(rangeInput).max(60).default([]),
  })
  .superRefine(({ year, ranges }, context) => {
    const seen = new Set<Day>()
    for (const [index, range] of ranges.entries()) {
      const refuse = (field: string, error: string) =>
        context.addIssue({ code: 'custom', path: ['ranges', index, field], message: error })
      const { from, to = from } = range
      if (yearOf(from) !== year) refuse('from', 'dayOfOtherYear')
      if (yearOf(to) !== year) refuse('to', 'dayOfOtherYear')
      if (to < from) refuse('to', 'endsBeforeStart')
      const days = daysOf(range).map(({ day }) => day)
      if (days.some((day) => seen.has(day))) refuse('from', 'dayRepeated')
      for (const day of days) seen.add(day)
    }
  })
  .transform(({ year, ranges }) => ({ year, days: ranges.flatMap(daysOf) }))

function daysOf({ from, to = from, kind, name }: z.infer<typeof rangeInput>): CalendarDayInput[] {
  const length = Math.min(Math.max(daysBetween(from, to), 0), 366)
  return Array.from({ length: length + 1 }, (_, n) => ({ day: addDays(from, n), kind, name }))
}

/** The ranges of consecutive days of one kind and name, for the form. */
export function rangesOf(days: readonly CalendarDayInput[]) {
  const ranges: { from: Day; to: Day; kind: DayKind; name: string }[] = []
  for (const { day, kind, name } of days) {
    const last = ranges.at(-1)
    if (last && last.kind === kind && last.name === name && addDays(last.to, 1) === day) {
      last.to = day
    } else ranges.push({ from: day, to: day, kind, name })
  }
  return ranges
}
