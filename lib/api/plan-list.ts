import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { planLine } from '@/lib/plans/select'
import type { Prisma } from '@/prisma/generated/client'
import { dayOrNull, type Paging, pageOf, placed, placeOf, scoped, type Within } from './part-lists'

const columns = {
  ...placed,
  number: true,
  status: true,
  revisionReason: true,
  submittedByName: true,
  submittedOn: true,
  decidedByName: true,
  decidedOn: true,
  recordNo: true,
  returnReason: true,
  version: true,
} satisfies Prisma.PlanSelect

type Row = Prisma.PlanGetPayload<{ select: typeof columns }>

function view(row: Row) {
  const { number, status, revisionReason, recordNo, returnReason, version } = row
  return {
    ...placeOf(row),
    number,
    status,
    revisionReason,
    submittedBy: row.submittedByName,
    submittedOn: dayOrNull(row.submittedOn),
    decidedBy: row.decidedByName,
    decidedOn: dayOrNull(row.decidedOn),
    recordNo,
    returnReason,
    version,
  }
}

/** A draft is its authors' own until it is submitted. */
const submitted = { status: { not: 'DRAFT' } } as const

type Filter = Paging & Within & Pick<Prisma.PlanWhereInput, 'status'>

export const pageOfPlans = (viewer: Viewer, { limit, cursor, ...filter }: Filter) => {
  const where = { AND: [scoped(viewer, filter), submitted, { status: filter.status }] }
  return pageOf(
    viewer,
    'case.read',
    { limit, cursor },
    {
      count: (tx) => tx.plan.count({ where }),
      find: (tx, { after, take }) =>
        tx.plan.findMany({
          where: { AND: [where, after] },
          orderBy: { id: 'asc' },
          take,
          select: columns,
        }),
      view,
    },
  )
}

/** One version with its sections and its lines. */
export const planById = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.plan.findFirst({
      where: { AND: [{ id }, scoped(viewer), submitted] },
      select: {
        ...columns,
        facts: true,
        causes: true,
        goals: true,
        timetable: true,
        responsibilities: true,
        guarantees: true,
        lines: { select: planLine, orderBy: { number: 'asc' } },
      },
    })
    if (!row) throw new NotFound()
    const { facts, causes, goals, timetable, responsibilities, guarantees } = row
    return {
      ...view(row),
      sections: { facts, causes, goals, timetable, responsibilities, guarantees },
      measures: row.lines.map((line) => ({
        measureId: line.measureId,
        ...workOf(line),
        startOn: dayOrNull(line.startOn),
        dueOn: dayOrNull(line.dueOn),
      })),
    }
  })

type Work = Pick<
  Prisma.PlanMeasureGetPayload<{ select: typeof planLine }>,
  | 'number'
  | 'move'
  | 'title'
  | 'target'
  | 'problemIds'
  | 'organisationName'
  | 'personName'
  | 'personPost'
>

/** What a line of a plan and a measure in force say alike. */
export function workOf(row: Work) {
  const { number, move, title, target, problemIds } = row
  return {
    number,
    move,
    title,
    target,
    problemIds,
    organisation: row.organisationName,
    person: row.personName,
    post: row.personPost,
  }
}
