import 'server-only'
import { cache } from 'react'
import { authorize, can } from '@/lib/access/policy'
import { visibleCases, visibleRequests } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import type { Calendar } from '@/lib/calendar/rules'
import { subjectOf } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { requestLight } from './light'
import type { RequestFilter } from './list-filter'
import {
  coordinationSteps,
  coordinationVerbs,
  knowsStep,
  openStatuses,
  subjectOfRequest,
} from './rules'
import { listedRequest, wholeRequest } from './select'

const pageSize = 50

/** What a filter asks for, without the scope: always used as `AND: [visibleRequests, …]`. */
function matchingRequests(filter: RequestFilter, today: Day): Prisma.CoordinationRequestWhereInput {
  const { status, state, township, department } = filter
  return {
    ...(status && { status }),
    ...(township && { townshipId: township }),
    ...(department && { departmentId: department }),
    ...(filter.case && { caseId: filter.case }),
    AND: [
      state === 'open' ? { status: { in: [...openStatuses] } } : {},
      state === 'overdue' ? { redOn: { lte: fromDay(today) } } : {},
    ],
  }
}

/** A page of the requests in the viewer's scope, the newest first, with what to filter by. */
export const listRequests = (viewer: Viewer, filter: RequestFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'coordination.read')
    const { today, countyId } = viewer
    const where = { AND: [visibleRequests(viewer), matchingRequests(filter, today)] }
    const found = await tx.coordinationRequest.findMany({
      where: filter.after ? { AND: [where, { id: { lt: filter.after } }] } : where,
      orderBy: { id: 'desc' },
      take: limit + 1,
      select: listedRequest,
    })
    const rows = found.slice(0, limit)
    const total = await tx.coordinationRequest.count({ where })
    const townships = await tx.township.findMany({
      where: { countyId },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    })
    const lines = await linesOf(tx, rows, today)
    return {
      requests: lines.map((line) => ({
        ...line,
        township: townships.find(({ id }) => id === line.townshipId)?.name ?? '',
      })),
      total,
      nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
      townships,
      departments: await departmentsOf(tx, viewer),
    }
  })

type Listed = Prisma.CoordinationRequestGetPayload<{ select: typeof listedRequest }>

/** Rows as lists show them, with the light of each. */
async function linesOf(tx: Tx, rows: readonly Listed[], today: Day) {
  const calendar = await calendarNow(tx)
  return rows.map((row) => lineOf(row, today, calendar))
}

function lineOf(row: Listed, today: Day, calendar: Calendar) {
  const { raisedOn, dueOn, ...rest } = row
  return {
    ...rest,
    raised: toDay(raisedOn),
    due: dueOn && toDay(dueOn),
    light: requestLight(row, today, calendar),
  }
}

/** Departments that may be asked. */
function departmentsOf(tx: Tx, viewer: Viewer) {
  return tx.organisation.findMany({
    where: { countyId: viewer.countyId, kind: 'DEPARTMENT', active: true },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
}

/**
 * One request with what the viewer may do with it now. The case is told only to whom it is open: a
 * department sees the village's name. Shared by its pages within one request.
 */
export const readRequest = cache((viewer: Viewer, id: string) =>
  read(viewer, async (tx) => {
    const row = await tx.coordinationRequest.findFirst({
      where: { AND: [visibleRequests(viewer), { id }] },
      select: wholeRequest,
    })
    if (!row) throw new NotFound()
    const subject = subjectOfRequest(row)
    authorize(viewer, 'coordination.read', subject)
    const township = await tx.township.findUniqueOrThrow({
      where: { id: row.townshipId },
      select: { name: true },
    })
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: row.caseId }] },
      select: { id: true, paused: true, batch: { select: { name: true } } },
    })
    const verbs = kase?.paused
      ? []
      : coordinationVerbs.filter(
          (verb) =>
            knowsStep(verb, row.status) && can(viewer, coordinationSteps[verb].may, subject),
        )
    return {
      request: row,
      light: requestLight(row, viewer.today, await calendarNow(tx)),
      township: township.name,
      kase,
      verbs,
      departments: verbs.includes('route') ? await departmentsOf(tx, viewer) : [],
    }
  }),
)

/** The form with which a township raises a request on a case. */
export const readRaising = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { id: true, countyId: true, townshipId: true, stage: true, paused: true },
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'coordination.raise', subjectOf(kase))
    return { kase, open: isListed(kase.stage) && isOpen(kase.stage) && !kase.paused }
  })

/** The requests of one case, open ones first. */
export async function requestsOfCase(tx: Tx, viewer: Viewer, caseId: string) {
  const rows = await tx.coordinationRequest.findMany({
    where: { AND: [visibleRequests(viewer), { caseId }] },
    orderBy: [{ closedOn: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    select: listedRequest,
  })
  return linesOf(tx, rows, viewer.today)
}
