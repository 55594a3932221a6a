import { z } from 'zod'
import { eventGroups } from './event-groups'

export const verifyTimelineInput = z.object({ caseId: z.uuid() })

/** What the address of a timeline may ask for; anything else is left out. */
export const timelineQuery = z.object({
  group: z.enum(eventGroups).optional().catch(undefined),
  before: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
})
