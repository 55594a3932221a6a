import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, type Paging, pageOf, placed, placeOf, scoped, type Within } from './part-lists'

const columns = {
  ...placed,
  number: true,
  kind: { select: { code: true } },
  category: true,
  title: true,
  cause: true,
  evidence: true,
  status: true,
  reportedOn: true,
  solution: true,
  solvedByName: true,
  solvedOn: true,
  verification: true,
  verifiedByName: true,
  verifiedOn: true,
  version: true,
} satisfies Prisma.ProblemSelect

type Row = Prisma.ProblemGetPayload<{ select: typeof columns }>

function view(row: Row) {
  const { case: _, townshipId: __, kind, solvedByName, verifiedByName, ...problem } = row
  return {
    ...problem,
    ...placeOf(row),
    kind: kind.code,
    reportedOn: toDay(row.reportedOn),
    solvedBy: solvedByName,
    solvedOn: dayOrNull(row.solvedOn),
    verifiedBy: verifiedByName,
    verifiedOn: dayOrNull(row.verifiedOn),
  }
}

type Filter = Paging & Within & Pick<Prisma.ProblemWhereInput, 'category' | 'status'>

export const pageOfProblems = (viewer: Viewer, { limit, cursor, ...filter }: Filter) => {
  const { category, status } = filter
  const where = { AND: [scoped(viewer, filter), { category, status }] }
  return pageOf(
    viewer,
    'case.read',
    { limit, cursor },
    {
      count: (tx) => tx.problem.count({ where }),
      find: (tx, { after, take }) =>
        tx.problem.findMany({
          where: { AND: [where, after] },
          orderBy: { id: 'asc' },
          take,
          select: columns,
        }),
      view,
    },
  )
}

/** One problem of a case in scope. */
export const problemById = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.problem.findFirst({
      where: { AND: [{ id }, scoped(viewer)] },
      select: columns,
    })
    if (!row) throw new NotFound()
    return view(row)
  })
