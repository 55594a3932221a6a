import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { visibleRecords } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { beyond, during, pageOf } from '@/lib/entries/list'
import { isLateEntry } from '@/lib/entries/rules'
import type { Prisma } from '@/prisma/generated/client'
import { kindsByMove, recordPermissions } from './kinds'
import type { RecordFilter } from './list-filter'
import { type ListedRecord, listedRecord } from './select'
import { toldOf } from './telling'

const pageSize = 50

/** What a filter asks for, without the scope: always used as `AND: [visibleRecords, …]`. */
function matching(filter: RecordFilter, viewer: Viewer): Prisma.WorkRecordWhereInput {
  const { township, village, move, kind, role, q, author, from, to } = filter
  return {
    townshipId: township,
    villageId: village,
    caseId: filter.case,
    role,
    ...(author && { authorId: viewer.userId }),
    ...((kind || move) && { kind: { in: kind ? [kind] : move ? [...kindsByMove[move]] : [] } }),
    ...(kind && move && { AND: [{ kind: { in: [...kindsByMove[move]] } }] }),
    ...(q && { text: { contains: q, mode: 'insensitive' } }),
    ...during(from, to),
  }
}

/** A record as lists show it: `told` are the few facts its line is made of. */
function lineOf(row: ListedRecord) {
  const [day, enteredOn] = [toDay(row.day), toDay(row.enteredOn)]
  return {
    ...row,
    day,
    enteredOn,
    late: isLateEntry(day, enteredOn),
    withdrawnOn: row.withdrawnOn && toDay(row.withdrawnOn),
    told: toldOf(row.kind, row.detail as object),
  }
}

export type RecordLine = ReturnType<typeof lineOf>

/** One page of records in scope by keyset: no count, so that it stays quick however many there are. */
export async function pageOfRecords(tx: Tx, viewer: Viewer, filter: RecordFilter, limit: number) {
  const found = await tx.workRecord.findMany({
    where: { AND: [visibleRecords(viewer), matching(filter, viewer), beyond(filter.after)] },
    orderBy: [{ day: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: listedRecord,
  })
  const { rows, nextCursor } = pageOf(found.map(lineOf), limit)
  return { records: rows, nextCursor }
}

/** The list of records with what to filter by, and whether the viewer writes any. */
export const listRecords = (viewer: Viewer, filter: RecordFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'record.read')
    const page = await pageOfRecords(tx, viewer, filter, limit)
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
    return { ...page, townships, village: village?.name, mayLog: writesRecords(viewer) }
  })

/** Whether the viewer writes records of any kind anywhere. */
const writesRecords = (viewer: Viewer) =>
  recordPermissions.some((permission) => can(viewer, permission))

/** The latest records that name a measure. */
export const recordsOfMeasure = (tx: Tx, viewer: Viewer, measure: { id: string; caseId: string }) =>
  tx.workRecord
    .findMany({
      where: {
        AND: [
          visibleRecords(viewer),
          { caseId: measure.caseId, withdrawnOn: null, measureIds: { has: measure.id } },
        ],
      },
      orderBy: [{ day: 'desc' }, { id: 'desc' }],
      take: 20,
      select: listedRecord,
    })
    .then((rows) => rows.map(lineOf))
