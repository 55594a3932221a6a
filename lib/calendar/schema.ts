import { z } from 'zod'
import { DayKind } from '@/prisma/generated/enums'

/** Holidays and adjusted working days of one year, as the State Council's notice gives them. */
export const changeCalendarInput = z
  .object({
    year: z.coerce.number().int().min(2000).max(2100),
    days: z
      .array(
        z.object({
          day: z.iso.date(),
          kind: z.enum(DayKind),
          name: z.string().trim().max(40).default(''),
        }),
      )
      .max(120)
      .default([]),
  })
  .superRefine(({ year, days }, context) => {
    const seen = new Set<string>()
    for (const [index, { day }] of days.entries()) {
      const refuse = (error: string) =>
        context.addIssue({ code: 'custom', path: ['days', index, 'day'], message: error })
      if (Number(day.slice(0, 4)) !== year) refuse('dayOfOtherYear')
      if (seen.has(day)) refuse('dayRepeated')
      seen.add(day)
    }
  })
