import { z } from 'zod'
import { AppraisalKind, AppraisalState, WatchState } from '@/prisma/generated/enums'
import { listed, pageById } from './paging'
import type { Operation } from './serve'

const day = z.iso.date()
const byId = z.object({ id: z.uuid() })
const points = z.number().nullable().meta({ description: 'Points; null where nothing applies.' })

const listing = z.object({
  id: z.uuid(),
  organisation: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }),
  member: z.string(),
  state: z.enum(WatchState),
  reason: z.string(),
  findings: z.array(
    z.object({
      rule: z.string(),
      numerator: z.number().int(),
      denominator: z.number().int(),
      limit: z.number().int(),
    }),
  ),
  proposedOn: day.nullable(),
  decidedOn: day.nullable(),
  clearedOn: day.nullable(),
  replies: z.number().int(),
})

const year = z.object({
  id: z.uuid(),
  year: z.number().int(),
  from: day,
  to: day,
  state: z.enum(AppraisalState),
  ruleVersion: z.number().int(),
  publishedOn: day.nullable(),
  documentNo: z.string(),
})

const sheet = z.object({
  id: z.uuid(),
  organisation: z.string(),
  kind: z.enum(AppraisalKind),
  cases: z.number().int(),
  computed: points,
  verified: points,
  grade: z.string(),
  heads: z.array(z.object({ name: z.string(), post: z.string(), from: day, to: day })),
  openAppeals: z.number().int(),
})

/** The key register and the yearly appraisal, as far as the caller reads them; decided on the pages. */
export const appraisalOperations = {
  listWatchListings: {
    method: 'get',
    path: '/watch-list',
    summary: 'The key register: of the county for its office, of one’s own organisation',
    query: z.strictObject({
      state: z.enum(WatchState).optional(),
      organisation: z.uuid().optional(),
      ...pageById,
    }),
    answer: listed(listing).omit({ total: true }),
  },
  listAppraisals: {
    method: 'get',
    path: '/appraisals',
    summary: 'The years that were appraised',
    answer: z.object({ items: z.array(year) }),
  },
  readAppraisal: {
    method: 'get',
    path: '/appraisals/{id}',
    summary: 'One year with its organisations, by code and name',
    params: byId,
    answer: year.extend({ sheets: z.array(sheet) }),
  },
} as const satisfies Record<string, Operation>
