import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleRequests } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import type { Calendar } from '@/lib/calendar/rules'
import { requestLight } from '@/lib/coordination/light'
import { subjectOfRequest } from '@/lib/coordination/rules'
import { wholeRequest } from '@/lib/coordination/select'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { openCaseIds } from './open-case-ids'
import { dayOrNull, type Paging, pageOf, type Within } from './part-lists'

const columns = {
  ...wholeRequest,
  village: { select: { code: true, name: true } },
} satisfies Prisma.CoordinationRequestSelect

type Row = Prisma.CoordinationRequestGetPayload<{ select: typeof columns }>
type Seen = { row: Row; id: string; open: boolean; calendar: Calendar }

/** A case is named only to whom it is open: a department asked about it reads the question alone. */
async function seen(tx: Tx, viewer: Viewer, rows: Row[]): Promise<Seen[]> {
  const open = await openCaseIds(tx, viewer, rows)
  const calendar = await calendarNow(tx)
  return rows.map((row) => ({ row, id: row.id, open: open.has(row.caseId), calendar }))
}

function view(viewer: Viewer, { row, open, calendar }: Seen) {
  const { colour, code } = requestLight(row, viewer.today, calendar)
  return {
    id: row.id,
    caseId: open ? row.caseId : null,
    village: row.village ?? { code: '', name: '' },
    township: row.townshipId,
    title: row.title,
    request: row.request,
    status: row.status,
    raisedBy: row.raisedByName,
    raisedOn: toDay(row.raisedOn),
    department: row.department,
    dueOn: dayOrNull(row.dueOn),
    routedBy: row.routedByName,
    routedOn: dayOrNull(row.routedOn),
    routeNote: row.routeNote,
    answer: row.answer,
    answeredBy: row.answeredByName,
    answeredOn: dayOrNull(row.answeredOn),
    returns: row.returns,
    returnReason: row.returnReason,
    closingNote: row.closingNote,
    closedBy: row.closedByName,
    closedOn: dayOrNull(row.closedOn),
    light: { colour, reason: code },
    version: row.version,
  }
}

type Filter = Paging &
  Within & { status?: Prisma.CoordinationRequestWhereInput['status']; department?: string }

export const pageOfRequests = (viewer: Viewer, { limit, cursor, ...filter }: Filter) => {
  const { status, department, township } = filter
  const where: Prisma.CoordinationRequestWhereInput = {
    AND: [
      visibleRequests(viewer),
      { status, departmentId: department, townshipId: township, caseId: filter.case },
    ],
  }
  return pageOf(
    viewer,
    'coordination.read',
    { limit, cursor },
    {
      count: (tx) => tx.coordinationRequest.count({ where }),
      find: async (tx, { after, take }) => {
        const rows = await tx.coordinationRequest.findMany({
          where: { AND: [where, after] },
          orderBy: { id: 'asc' },
          take,
          select: columns,
        })
        return seen(tx, viewer, rows)
      },
      view: (row) => view(viewer, row),
    },
  )
}

/** One request in scope. */
export const requestById = (viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.coordinationRequest.findFirst({
      where: { AND: [visibleRequests(viewer), { id }] },
      select: columns,
    })
    if (!row) throw new NotFound()
    authorize(viewer, 'coordination.read', subjectOfRequest(row))
    const [only] = await seen(tx, viewer, [row])
    if (!only) throw new NotFound()
    return view(viewer, only)
  })
