import { z } from 'zod'
import { after, type FilterOf, listHref, parseFilter } from '@/lib/entries/list'
import { ContactKind } from '@/prisma/generated/enums'

/** Who logged it, as the list tells them apart. */
export const visitRoles = ['COUNTY_LEADER', 'TOWNSHIP', 'HELPER_UNIT', 'WORK_TEAM'] as const

const shape = {
  township: z.string().regex(/^\d{9}$/),
  village: z.uuid(),
  case: z.uuid(),
  kind: z.enum(ContactKind),
  role: z.enum(visitRoles),
  /** Logged by the viewer. */
  author: z.enum(['me']),
  /** Something is left to follow up. */
  state: z.enum(['task']),
  from: z.iso.date(),
  to: z.iso.date(),
  after,
} as const

export type VisitFilter = FilterOf<typeof shape>

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export const parseVisitFilter = (given: Record<string, string | string[] | undefined>) =>
  parseFilter(shape, given)

/** The address of a filtered list. */
export const visitListHref = (filter: VisitFilter) => listHref('/visits', filter)
