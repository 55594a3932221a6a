import { z } from 'zod'
import { type FilterOf, listHref, parseFilter } from '@/lib/entries/list'
import { isId } from '@/lib/ids'
import { NoticeKind, NoticeStatus } from '@/prisma/generated/enums'

const shape = {
  kind: z.enum(NoticeKind),
  status: z.enum(NoticeStatus),
  /** `open`: signed and not at an end; `overdue`: the reply is late. */
  state: z.enum(['open', 'overdue']),
  township: z.string().regex(/^\d{9}$/),
  organisation: z.uuid(),
  village: z.uuid(),
  case: z.uuid(),
  measure: z.uuid(),
  /** The last notice of the page before (ids grow with time). */
  after: z.string().refine(isId),
} as const

export type NoticeFilter = FilterOf<typeof shape>

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export const parseNoticeFilter = (given: Record<string, string | string[] | undefined>) =>
  parseFilter(shape, given)

/** The address of a filtered list. */
export const noticeListHref = (filter: NoticeFilter) => listHref('/notices', filter)
