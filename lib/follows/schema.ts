import { z } from 'zod'

/** The star of a case: set (`on`) or taken off. */
export const followInput = z.object({ caseId: z.uuid(), follow: z.enum(['on', 'off']) })
