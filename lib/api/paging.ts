import { z } from 'zod'

/** What every list takes: how many, and where the page before ended. */
export const page = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
}

/** The same for lists in the order of their ids. */
export const pageById = { ...page, cursor: z.uuid().optional() }

export const township = z.string().regex(/^\d{9}$/)

/** A page of a list; `nextCursor` is null on the last one. */
export const listed = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int() })
