import 'server-only'
import { authorize, type Permission } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

export type Paging = { limit: number; cursor?: string }
export type Within = { case?: string; township?: string }

/** Where a row belongs: the case, its village and its township. */
export const placed = {
  id: true,
  caseId: true,
  townshipId: true,
  case: {
    select: {
      id: true,
      countyId: true,
      townshipId: true,
      village: { select: { code: true, name: true } },
    },
  },
} as const

type Placed = {
  id: string
  caseId: string
  townshipId: string
  case: { village: { code: string; name: string } }
}

export function placeOf(row: Placed) {
  const { id, caseId, townshipId, case: kase } = row
  return { id, caseId, village: kase.village, township: townshipId }
}

/** The rows of a part table that the viewer sees: those of the cases in scope. */
export function scoped(viewer: Viewer, within: Within = {}) {
  return {
    case: visibleCases(viewer),
    ...(within.case ? { caseId: within.case } : {}),
    ...(within.township ? { townshipId: within.township } : {}),
  }
}

export const dayOrNull = (date: Date | null) => date && toDay(date)

/** One page in the order of ids (the order of their making), with the count of all that match. */
export async function pageOf<Row extends { id: string }, View>(
  viewer: Viewer,
  may: Permission,
  { limit, cursor }: Paging,
  query: {
    count: (tx: Tx) => Promise<number>
    find: (tx: Tx, keyset: { after: { id?: { gt: string } }; take: number }) => Promise<Row[]>
    view: (row: Row) => View
  },
): Promise<{ items: View[]; nextCursor: string | null; total: number }> {
  return read(viewer, async (tx) => {
    authorize(viewer, may)
    const after = cursor ? { id: { gt: cursor } } : {}
    const rows = await query.find(tx, { after, take: limit + 1 })
    const shown = rows.slice(0, limit)
    return {
      items: shown.map(query.view),
      nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      total: await query.count(tx),
    }
  })
}

type Units = Paging & { kind?: Prisma.OrganisationWhereInput['kind'] }

/** Organisations are known throughout the county, whoever may read its batches. */
export const pageOfOrganisations = (viewer: Viewer, { kind, ...paging }: Units) => {
  const where = { countyId: viewer.countyId, ...(kind ? { kind } : {}) }
  return pageOf(viewer, 'village.read', paging, {
    count: (tx) => tx.organisation.count({ where }),
    find: (tx, { after, take }) =>
      tx.organisation.findMany({
        where: { AND: [where, after] },
        orderBy: { id: 'asc' },
        take,
        select: { id: true, kind: true, name: true, townshipId: true, active: true, version: true },
      }),
    view: ({ townshipId, ...unit }) => ({ ...unit, township: townshipId }),
  })
}

export const until = (day: string | undefined) => (day ? { dueOn: { lte: fromDay(day) } } : {})
