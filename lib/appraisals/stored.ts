import { z } from 'zod'

const day = z.string()

const item = z.object({
  kind: z.string(),
  id: z.string(),
  caseId: z.string().nullable(),
  village: z.string(),
  label: z.string(),
  counts: z.number().int(),
  of: z.number().int(),
  dueOn: day.optional(),
  doneOn: day.nullish(),
  result: z.string().nullish(),
  filled: z.array(z.string()).optional(),
  expected: z.array(z.string()).optional(),
  met: z.array(z.string()).optional(),
})

const head = z.object({ name: z.string(), post: z.string(), from: day, to: day })
const binding = z.object({
  caseId: z.string(),
  village: z.string(),
  slot: z.enum(['HELPER_UNIT', 'WORK_TEAM']),
  holder: z.string(),
  from: day,
  to: day.nullable(),
  standing: z.enum(['HELD', 'RELEASED', 'REPLACED']),
})

export type StoredItem = z.infer<typeof item>
export type StoredBinding = z.infer<typeof binding>

/** The lists of a stored sheet, as they were written when it was computed. */
export const itemsOf = (value: unknown): StoredItem[] => z.array(item).parse(value)
export const headsOf = (value: unknown) => z.array(head).parse(value)
export const bindingsOf = (value: unknown): StoredBinding[] => z.array(binding).parse(value)
