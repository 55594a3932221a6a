import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { latestProgress } from '@/lib/measures/select'
import type { Prisma } from '@/prisma/generated/client'
import {
  dayOrNull,
  type Paging,
  pageOf,
  placed,
  placeOf,
  scoped,
  until,
  type Within,
} from './part-lists'
import { workOf } from './plan-list'

const columns = {
  ...placed,
  number: true,
  move: true,
  title: true,
  target: true,
  problemIds: true,
  organisationId: true,
  organisationName: true,
  personName: true,
  personPost: true,
  startOn: true,
  dueOn: true,
  originalDueOn: true,
  percent: true,
  status: true,
  doneOn: true,
  cancelReason: true,
  version: true,
} satisfies Prisma.MeasureSelect

type Row = Prisma.MeasureGetPayload<{ select: typeof columns }>

function view(row: Row) {
  const { organisationId, percent, status, cancelReason, version } = row
  return {
    ...placeOf(row),
    ...workOf(row),
    organisationId,
    startOn: toDay(row.startOn),
    dueOn: toDay(row.dueOn),
    originalDueOn: toDay(row.originalDueOn),
    percent,
    status,
    doneOn: dayOrNull(row.doneOn),
    cancelReason,
    version,
  }
}

type Filter = Paging &
  Within &
  Pick<Prisma.MeasureWhereInput, 'status'> & { organisation?: string; dueBy?: string }

export const pageOfMeasures = (viewer: Viewer, { limit, cursor, ...filter }: Filter) => {
  const { status, organisation: organisationId, dueBy } = filter
  const where = { AND: [scoped(viewer, filter), { status, organisationId }, until(dueBy)] }
  return pageOf(
    viewer,
    'case.read',
    { limit, cursor },
    {
      count: (tx) => tx.measure.count({ where }),
      find: (tx, { after, take }) =>
        tx.measure.findMany({
          where: { AND: [where, after] },
          orderBy: { id: 'asc' },
          take,
          select: columns,
        }),
      view,
    },
  )
}

/** One measure with its progress, the latest first. */
export const measureById = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.measure.findFirst({
      where: { AND: [{ id }, scoped(viewer)] },
      select: {
        ...columns,
        progress: latestProgress,
      },
    })
    if (!row) throw new NotFound()
    return {
      ...view(row),
      progress: row.progress.map(({ byName, createdAt, happenedOn, ...entry }) => ({
        ...entry,
        happenedOn: toDay(happenedOn),
        by: byName,
        recordedAt: createdAt.toISOString(),
      })),
    }
  })

const extensionColumns = {
  ...placed,
  measureId: true,
  oldDueOn: true,
  newDueOn: true,
  reason: true,
  status: true,
  requestedByName: true,
  requestedOn: true,
  decidedByName: true,
  decidedOn: true,
  decisionNote: true,
  version: true,
} satisfies Prisma.ExtensionSelect

type ExtensionFilter = Paging &
  Within &
  Pick<Prisma.ExtensionWhereInput, 'status'> & { measure?: string }

export const pageOfExtensions = (viewer: Viewer, { limit, cursor, ...filter }: ExtensionFilter) => {
  const { status, measure: measureId } = filter
  const where = { AND: [scoped(viewer, filter), { status, measureId }] }
  return pageOf(
    viewer,
    'case.read',
    { limit, cursor },
    {
      count: (tx) => tx.extension.count({ where }),
      find: (tx, { after, take }) =>
        tx.extension.findMany({
          where: { AND: [where, after] },
          orderBy: { id: 'asc' },
          take,
          select: extensionColumns,
        }),
      view: ({ measureId, reason, status, decisionNote, version, ...row }) => ({
        ...placeOf(row),
        measureId,
        oldDueOn: toDay(row.oldDueOn),
        newDueOn: toDay(row.newDueOn),
        reason,
        status,
        requestedBy: row.requestedByName,
        requestedOn: toDay(row.requestedOn),
        decidedBy: row.decidedByName,
        decidedOn: dayOrNull(row.decidedOn),
        decisionNote,
        version,
      }),
    },
  )
}
