import { z } from 'zod'
import { type FilterOf, parseFilter } from '@/lib/entries/list'
import { isId } from '@/lib/ids'
import { InspectionMethod, SpotCheckState } from '@/prisma/generated/enums'

const shape = {
  state: z.enum(SpotCheckState),
  method: z.enum(InspectionMethod),
  township: z.string().regex(/^\d{9}$/),
  village: z.uuid(),
  case: z.uuid(),
  round: z.uuid(),
  /** Made by the viewer. */
  by: z.enum(['me']),
  /** The last check of the page before (ids grow with time). */
  after: z.string().refine(isId),
} as const

export type CheckFilter = FilterOf<typeof shape>

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export const parseCheckFilter = (given: Record<string, string | string[] | undefined>) =>
  parseFilter(shape, given)

/** The address of a filtered list. */
export function checkListHref(filter: CheckFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  return given.length > 0 ? `/spot-checks?${new URLSearchParams(given)}` : '/spot-checks'
}
