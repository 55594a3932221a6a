import { z } from 'zod'

export const callMeetingInput = z.object({ heldOn: z.iso.date() })
export const cancelMeetingInput = z.object({
  meetingId: z.uuid(),
  version: z.coerce.number().int().positive(),
})

/** One measure or, from the button for all of them, their ids with commas between. */
export const reportUnchangedInput = z.object({
  meetingId: z.uuid(),
  measureIds: z
    .string()
    .transform((ids) => [...new Set(ids.split(','))])
    .pipe(z.array(z.uuid()).min(1).max(500)),
})
