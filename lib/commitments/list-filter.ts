import { z } from 'zod'
import { type FilterOf, listHref, parseFilter } from '@/lib/entries/list'
import { isId } from '@/lib/ids'
import { CommitmentLevel, CommitmentStatus } from '@/prisma/generated/enums'

const shape = {
  level: z.enum(CommitmentLevel),
  state: z.enum(CommitmentStatus),
  township: z.string().regex(/^\d{9}$/),
  /** `overdue`: published, past its day, nothing reported; `open`: published, not evaluated. */
  due: z.enum(['overdue', 'open']),
  village: z.uuid(),
  case: z.uuid(),
  /** The last commitment of the page before (ids grow with time). */
  after: z.string().refine(isId),
} as const

export type CommitmentFilter = FilterOf<typeof shape>

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export const parseCommitmentFilter = (given: Record<string, string | string[] | undefined>) =>
  parseFilter(shape, given)

/** The address of a filtered list. */
export const commitmentListHref = (filter: CommitmentFilter) =>
  listHref('/commitments/manage', filter)
