import { z } from 'zod'
import { type FilterOf, parseFilter } from '@/lib/entries/list'
import { isId } from '@/lib/ids'
import { FindingGravity, FindingKind, FindingOrigin, FindingState } from '@/prisma/generated/enums'

const shape = {
  state: z.enum(FindingState),
  origin: z.enum(FindingOrigin),
  kind: z.enum(FindingKind),
  gravity: z.enum(FindingGravity),
  township: z.string().regex(/^\d{9}$/),
  village: z.uuid(),
  case: z.uuid(),
  check: z.uuid(),
  /** It contradicts a measure reported done. */
  about: z.enum(['measure']),
  after: z.string().refine(isId),
} as const

export type FindingFilter = FilterOf<typeof shape>

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export const parseFindingFilter = (given: Record<string, string | string[] | undefined>) =>
  parseFilter(shape, given)

/** The address of a filtered list. */
export function findingListHref(filter: FindingFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  return given.length > 0 ? `/findings?${new URLSearchParams(given)}` : '/findings'
}
