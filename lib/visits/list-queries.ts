import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { visibleVisits } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { beyond, during, pageOf } from '@/lib/entries/list'
import { isLateEntry } from '@/lib/entries/rules'
import type { Prisma } from '@/prisma/generated/client'
import type { VisitFilter } from './list-filter'
import { listedVisit } from './select'

const pageSize = 50

/** What a filter asks for, without the scope: always used as `AND: [visibleVisits, …]`. */
function matching(filter: VisitFilter, viewer: Viewer): Prisma.VisitWhereInput {
  const { township, village, kind, role, author, state, from, to } = filter
  return {
    townshipId: township,
    villageId: village,
    caseId: filter.case,
    kind,
    role,
    ...(author && { authorId: viewer.userId }),
    ...(state && { task: { not: '' }, taskDoneOn: null, withdrawnOn: null }),
    ...during(from, to),
  }
}

type Listed = Prisma.VisitGetPayload<{ select: typeof listedVisit }>

/** A visit as lists show it. */
function lineOf(row: Listed) {
  const [day, enteredOn] = [toDay(row.day), toDay(row.enteredOn)]
  return {
    ...row,
    day,
    enteredOn,
    late: isLateEntry(day, enteredOn),
    taskDueOn: row.taskDueOn && toDay(row.taskDueOn),
    taskDoneOn: row.taskDoneOn && toDay(row.taskDoneOn),
    withdrawnOn: row.withdrawnOn && toDay(row.withdrawnOn),
  }
}

export type VisitLine = ReturnType<typeof lineOf>

/** One page of visits in scope by keyset: no count, so that it stays quick however many there are. */
export async function pageOfVisits(tx: Tx, viewer: Viewer, filter: VisitFilter, limit: number) {
  const found = await tx.visit.findMany({
    where: { AND: [visibleVisits(viewer), matching(filter, viewer), beyond(filter.after)] },
    orderBy: [{ day: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: listedVisit,
  })
  const { rows, nextCursor } = pageOf(found.map(lineOf), limit)
  return { visits: rows, nextCursor }
}

/** The list of visits with what to filter by, and whether the viewer logs any. */
export const listVisits = (viewer: Viewer, filter: VisitFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'visit.read')
    const page = await pageOfVisits(tx, viewer, filter, limit)
    const townships = await tx.township.findMany({
      where: { countyId: viewer.countyId },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    })
    const village = filter.village
      ? await tx.village.findFirst({
          where: { countyId: viewer.countyId, id: filter.village },
          select: { name: true },
        })
      : null
    return {
      ...page,
      townships,
      village: village?.name,
      mayLog: can(viewer, 'visit.write'),
    }
  })

/** The latest visits to a village, over all its cases in scope. */
export async function visitsOfVillage(tx: Tx, viewer: Viewer, villageId: string) {
  if (!can(viewer, 'visit.read')) return []
  return (await pageOfVisits(tx, viewer, { village: villageId }, 5)).visits
}

/** What the viewer logged last, for the home; null for whoever logs none. */
export async function ownVisits(tx: Tx, viewer: Viewer) {
  if (!can(viewer, 'visit.write')) return null
  return (await pageOfVisits(tx, viewer, { author: 'me' }, 5)).visits
}
