import { z } from 'zod'

export const maxViews = 20

const name = z.string().trim().min(1).max(30)
/** Blank is for oneself alone, else the organisation with which the view is shared. */
const organisationId = z.uuid().optional()
const position = z.coerce.number().int().min(0).max(999).default(0)

export const saveViewInput = z.object({
  name,
  organisationId,
  position,
  query: z.string().max(1000).default(''),
})

export const changeViewInput = z.object({
  viewId: z.uuid(),
  version: z.coerce.number().int().positive(),
  name,
  organisationId,
  position,
})

export const onView = z.object({ viewId: z.uuid() })
