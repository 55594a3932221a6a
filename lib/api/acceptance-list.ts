import 'server-only'
import { can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { parseCriteria, parseSigners } from '@/lib/closure/stored'
import { toDay } from '@/lib/dates'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, type Paging, pageOf, placed, placeOf, scoped, type Within } from './part-lists'

const columns = {
  ...placed,
  level: true,
  round: true,
  status: true,
  openedOn: true,
  appliedByName: true,
  decidedByName: true,
  decidedOn: true,
  total: true,
  grade: true,
  reason: true,
  version: true,
  members: {
    orderBy: [{ leads: 'desc' }, { id: 'asc' }],
    select: { name: true, post: true, leads: true },
  },
  scores: {
    orderBy: { code: 'asc' },
    select: { code: true, points: true, maximum: true, note: true },
  },
} satisfies Prisma.AcceptanceSelect

type Row = Prisma.AcceptanceGetPayload<{ select: typeof columns }>

/** An unfinished sheet is nobody's business but theirs who fill it in. */
function fillsIn(viewer: Viewer, row: Row): boolean {
  const may = row.level === 'TOWNSHIP' ? 'acceptance.township' : 'acceptance.county'
  return can(viewer, may, subjectOf(row.case))
}

type Filter = Paging & Within & Pick<Prisma.AcceptanceWhereInput, 'level' | 'status'>

export const pageOfAcceptances = (viewer: Viewer, { limit, cursor, ...filter }: Filter) => {
  const { level, status } = filter
  const where = { AND: [scoped(viewer, filter), { level, status }] }
  return pageOf(
    viewer,
    'case.read',
    { limit, cursor },
    {
      count: (tx) => tx.acceptance.count({ where }),
      find: (tx, { after, take }) =>
        tx.acceptance.findMany({
          where: { AND: [where, after] },
          orderBy: { id: 'asc' },
          take,
          select: columns,
        }),
      view: (row) => {
        const { level, round, status, total, grade, reason, members, version } = row
        return {
          ...placeOf(row),
          level,
          round,
          status,
          openedOn: toDay(row.openedOn),
          appliedBy: row.appliedByName,
          decidedBy: row.decidedByName,
          decidedOn: dayOrNull(row.decidedOn),
          total,
          grade,
          reason,
          members,
          scores: status === 'OPEN' && !fillsIn(viewer, row) ? [] : row.scores,
          version,
        }
      },
    },
  )
}

const closureColumns = {
  ...placed,
  number: true,
  basis: true,
  closedOn: true,
  summary: true,
  signers: true,
  criteria: true,
  closedByName: true,
  filedOn: true,
  annulledOn: true,
} satisfies Prisma.ClosureSelect

export const pageOfClosures = (viewer: Viewer, { limit, cursor, ...filter }: Paging & Within) => {
  const where = scoped(viewer, filter)
  return pageOf(
    viewer,
    'case.read',
    { limit, cursor },
    {
      count: (tx) => tx.closure.count({ where }),
      find: (tx, { after, take }) =>
        tx.closure.findMany({
          where: { AND: [where, after] },
          orderBy: { id: 'asc' },
          take,
          select: closureColumns,
        }),
      view: ({ number, basis, summary, ...row }) => ({
        ...placeOf(row),
        number,
        basis,
        closedOn: toDay(row.closedOn),
        summary,
        signers: parseSigners(row.signers),
        exceptions: parseCriteria(row.criteria).exceptions.map(({ criterion }) => criterion),
        closedBy: row.closedByName,
        filedOn: dayOrNull(row.filedOn),
        annulledOn: dayOrNull(row.annulledOn),
      }),
    },
  )
}
