import { z } from 'zod'
import { watchRuleCodes } from '@/lib/rule-sets/appraisal-rules'

/** One line of the list behind a proposal. */
const item = z.object({
  kind: z.enum(['measure', 'notice', 'survey']),
  id: z.string(),
  caseId: z.string().nullable(),
  village: z.string(),
  label: z.string(),
  counts: z.number().int(),
  of: z.number().int(),
  dueOn: z.string().optional(),
})

/** What a rule found: `numerator` of `denominator`, against the `limit` that the rule set draws. */
const finding = z.object({
  rule: z.enum(watchRuleCodes),
  numerator: z.number().int(),
  denominator: z.number().int(),
  limit: z.number().int(),
  items: z.array(item),
})

export type WatchItem = z.infer<typeof item>
export type WatchFinding = z.infer<typeof finding>

/** Evidence as it was stored with a proposal. */
export const evidenceOf = (value: unknown): WatchFinding[] => z.array(finding).parse(value)
