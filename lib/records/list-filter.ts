import { z } from 'zod'
import { after, type FilterOf, listHref, parseFilter } from '@/lib/entries/list'
import { moves } from '@/lib/plans/moves'
import { visitRoles } from '@/lib/visits/list-filter'
import { RecordKind } from '@/prisma/generated/enums'

const shape = {
  township: z.string().regex(/^\d{9}$/),
  village: z.uuid(),
  case: z.uuid(),
  move: z.enum(moves),
  kind: z.enum(RecordKind),
  /** Logged under this role. */
  role: z.enum(visitRoles),
  /** Words of the text. */
  q: z.string().trim().min(1).max(100),
  /** Logged by the viewer. */
  author: z.enum(['me']),
  from: z.iso.date(),
  to: z.iso.date(),
  after,
} as const

export type RecordFilter = FilterOf<typeof shape>

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export const parseRecordFilter = (given: Record<string, string | string[] | undefined>) =>
  parseFilter(shape, given)

/** The address of a filtered list. */
export const recordListHref = (filter: RecordFilter) => listHref('/records', filter)
