import { z } from 'zod'

/** A division file as it was uploaded; its name ends up in the event. */
export const importDivisionsInput = z.object({
  file: z.file().max(5_000_000, { error: 'fileTooBig' }),
  /** Import what is right although some lines were refused. */
  goodRowsOnly: z.stringbool({ truthy: ['on', 'true'] }).default(false),
})
