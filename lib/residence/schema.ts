import { z } from 'zod'

export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const cell = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.coerce.number().int().min(0).max(31).optional(),
)

/**
 * Days in residence of several cases in one month, by case; `seen` is what the sheet showed, so that
 * nobody's figure is overwritten unseen. An empty cell says nothing.
 */
export const enterResidenceInput = z.object({
  month: monthSchema,
  days: z.record(z.uuid(), cell).default({}),
  seen: z.record(z.uuid(), cell).default({}),
})
