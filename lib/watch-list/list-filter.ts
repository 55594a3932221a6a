import { z } from 'zod'
import { type FilterOf, listHref, parseFilter } from '@/lib/entries/list'
import { WatchState } from '@/prisma/generated/enums'

const shape = {
  state: z.enum(WatchState),
  /** Everything that ever stood there about one organisation. */
  organisation: z.uuid(),
  /** The last listing of the page before (ids grow with time). */
  after: z.uuid(),
} as const

export type WatchFilter = FilterOf<typeof shape>

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export const parseWatchFilter = (given: Record<string, string | string[] | undefined>) =>
  parseFilter(shape, given)

/** The address of a filtered list. */
export const watchListHref = (filter: WatchFilter) => listHref('/watch-list', filter)
