import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleDraws, visibleRounds } from '@/lib/access/scope-inspections'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { RoundFilter } from '@/lib/inspections/list-filter'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, type Paging, pageOf } from './part-lists'

const columns = (viewer: Viewer) =>
  ({
    id: true,
    year: true,
    number: true,
    title: true,
    method: true,
    scope: true,
    townshipIds: true,
    fromOn: true,
    toOn: true,
    purpose: true,
    state: true,
    publishedOn: true,
    version: true,
    draws: { where: visibleDraws(viewer), orderBy: { number: 'asc' }, select: { id: true } },
  }) satisfies Prisma.InspectionRoundSelect

type Row = Prisma.InspectionRoundGetPayload<{ select: ReturnType<typeof columns> }>

const view = ({ townshipIds, fromOn, toOn, publishedOn, draws, ...row }: Row) => ({
  ...row,
  townships: townshipIds,
  fromOn: toDay(fromOn),
  toOn: toDay(toOn),
  publishedOn: dayOrNull(publishedOn),
  draws: draws.map(({ id }) => id),
})

type Filter = Paging & Pick<RoundFilter, 'method' | 'state'>

export const pageOfRounds = (viewer: Viewer, { limit, cursor, ...filter }: Filter) => {
  const where: Prisma.InspectionRoundWhereInput = { AND: [visibleRounds(viewer), filter] }
  return pageOf(
    viewer,
    'inspection.read',
    { limit, cursor },
    {
      count: (tx) => tx.inspectionRound.count({ where }),
      find: (tx, { after, take }) =>
        tx.inspectionRound.findMany({
          where: { AND: [where, after] },
          orderBy: { id: 'asc' },
          take,
          select: columns(viewer),
        }),
      view,
    },
  )
}

export const roundById = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'inspection.read')
    const row = await tx.inspectionRound.findFirst({
      where: { AND: [visibleRounds(viewer), { id }] },
      select: columns(viewer),
    })
    if (!row) throw new NotFound()
    return view(row)
  })
