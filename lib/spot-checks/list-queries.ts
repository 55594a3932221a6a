import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleSpotChecks } from '@/lib/access/scope-supervision'
import { assignedCheckIds, type Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import type { CheckFilter } from './list-filter'
import { listedCheck } from './select'

const pageSize = 50

/** What a filter asks for, without the scope: always used as `AND: [visibleSpotChecks, …]`. */
function matching(filter: CheckFilter, viewer: Viewer): Prisma.SpotCheckWhereInput {
  const { state, method, township, village, round, by, after } = filter
  return {
    state,
    method,
    townshipId: township,
    villageId: village,
    caseId: filter.case,
    roundId: round,
    AND: [by ? { id: { in: assignedCheckIds(viewer) } } : {}, after ? { id: { lt: after } } : {}],
  }
}

type Listed = Prisma.SpotCheckGetPayload<{ select: typeof listedCheck }>

/** A check as lists show it; conclusion and findings only as far as the viewer reads these. */
function lineOf({ reports, _count, ...row }: Listed) {
  return {
    ...row,
    dueOn: toDay(row.dueOn),
    visitedOn: row.visitedOn && toDay(row.visitedOn),
    submittedOn: row.submittedOn && toDay(row.submittedOn),
    conclusion: reports[0]?.conclusion ?? null,
    findings: _count.findings,
  }
}

export type CheckLine = ReturnType<typeof lineOf>

/** One page of checks in scope by keyset, the latest assigned first. */
export async function pageOfChecks(tx: Tx, viewer: Viewer, filter: CheckFilter, limit: number) {
  const found = await tx.spotCheck.findMany({
    where: { AND: [visibleSpotChecks(viewer), matching(filter, viewer)] },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: listedCheck,
  })
  const checks = found.slice(0, limit).map(lineOf)
  return { checks, nextCursor: found.length > limit ? (checks.at(-1)?.id ?? null) : null }
}

/** Checks the viewer still has to make, the next due first. */
async function checksToMake(tx: Tx, viewer: Viewer, limit: number) {
  const rows = await tx.spotCheck.findMany({
    where: { id: { in: assignedCheckIds(viewer) }, state: 'ASSIGNED' },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: limit,
    select: listedCheck,
  })
  return rows.map(lineOf)
}

/** The list of checks with what to filter by, what the viewer still has to do on top. */
export const listSpotChecks = (viewer: Viewer, filter: CheckFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'spotCheck.read')
    const page = await pageOfChecks(tx, viewer, filter, limit)
    const townships = await tx.township.findMany({
      where: { countyId: viewer.countyId },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    })
    const plain = Object.keys(filter).length === 0
    const mine = plain && viewer.checks?.length ? await checksToMake(tx, viewer, 50) : []
    return { ...page, townships, mine }
  })

/** For the home of an inspector: the next checks they make. */
export const readChecksToMake = (viewer: Viewer) =>
  read(viewer, (tx) => checksToMake(tx, viewer, 5))
