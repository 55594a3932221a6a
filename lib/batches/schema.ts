import { z } from 'zod'

const period = {
  startOn: z.iso.date(),
  targetEndOn: z.iso.date(),
}
const endsAfterStart = (input: { startOn: string; targetEndOn: string }) =>
  input.targetEndOn > input.startOn
const endError = { path: ['targetEndOn'], error: 'endsBeforeStart' }

/** A numbered round of a county with its rule set, start and target end. */
export const createBatchInput = z
  .object({
    number: z.coerce.number().int().min(1).max(999),
    name: z.string().trim().min(2).max(60),
    year: z.coerce.number().int().min(2000).max(2100),
    ...period,
    ruleSetId: z.uuid(),
  })
  .refine(endsAfterStart, endError)

/** Name and dates may change; number, year and rule set stay: results are frozen against them. */
export const changeBatchInput = z
  .object({
    batchId: z.uuid(),
    version: z.coerce.number().int().positive(),
    name: z.string().trim().min(2).max(60),
    ...period,
  })
  .refine(endsAfterStart, endError)
