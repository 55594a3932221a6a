import type { z } from 'zod'
import { InvalidInput } from '@/lib/errors'
import { fieldErrors } from '@/lib/form-issues'

/** Input as its schema wants it; throws `InvalidInput` that names every wrong field at once. */
export function checked<T>(schema: z.ZodType<T> | undefined, input: Record<string, unknown>): T {
  const parsed = schema?.safeParse(input)
  if (parsed?.success) return parsed.data
  const found = Object.entries(fieldErrors(parsed?.error.issues ?? [], input))
  throw new InvalidInput(
    found.flatMap(([field, messages]) => messages.map((message) => ({ field, ...message }))),
  )
}
