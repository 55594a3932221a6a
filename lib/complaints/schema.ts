import { z } from 'zod'
import { requiredText } from '@/lib/cases/schema'
import { version } from '@/lib/entries/schema'

/** A page of ours as its path: what comes after `?` may be somebody's search and is left out. */
export const pagePath = z
  .string()
  .max(500)
  .transform((given) => given.split(/[?#]/)[0] ?? '')
  .refine((path) => path === '' || /^\/(?!\/)[^\s\\]*$/.test(path), 'invalidChoice')

export const fileComplaintInput = z.object({
  page: pagePath.default(''),
  text: requiredText,
})
export const answerComplaintInput = z.object({
  complaintId: z.uuid(),
  version,
  answer: requiredText,
})
/** What the list understands in its address. */
export const complaintFilters = { state: z.enum(['open', 'answered']), after: z.uuid() }
