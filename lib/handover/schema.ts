import { z } from 'zod'
import { searchText } from '@/lib/storable'

/** An account, or somebody by name; blank in a group means whoever follows in all. */
const chosen = z
  .object({
    userId: z.uuid().optional(),
    name: z.string().trim().max(50).optional(),
    post: z.string().trim().max(100).optional(),
  })
  .default({})

/**
 * Somebody leaves an appointment: who follows in what, from which day, with a note. `seen` tells what
 * the person who decides has seen, so that nothing is moved unseen.
 */
export const handOverInput = z.object({
  appointmentId: z.uuid(),
  version: z.coerce.number().int().positive(),
  seen: z.string().regex(/^[0-9a-f]{64}$/),
  all: chosen,
  groups: z
    .object({ slots: chosen, measures: chosen, tasks: chosen, seats: chosen })
    .partial()
    .default({}),
  fromOn: z.iso.date(),
  handoverNote: z.string().trim().min(1).max(2000),
  checked: z.stringbool({ truthy: ['on', 'true'] }).refine((value) => value, {
    params: { code: 'required' },
  }),
})

/** Filters of the list of people whose work can be handed over. */
export const leavingFilter = z.object({ q: searchText(40).optional(), after: z.uuid().optional() })
