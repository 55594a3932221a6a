import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases, visibleRequests } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { caseLight } from '@/lib/cases/light'
import { lightWhere } from '@/lib/cases/light-filter'
import { requestLight } from '@/lib/coordination/light'
import { openStatuses } from '@/lib/coordination/rules'
import { listedRequest } from '@/lib/coordination/select'
import { overviewOf } from '@/lib/dashboards/county'
import { measureLight, queueMeasure } from '@/lib/dashboards/measure-items'
import { queueCase } from '@/lib/dashboards/queue-row'
import { addDays, fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { reasonOf } from '@/lib/lights/rules'
import { answersFor, comingMeeting } from './asked-queries'
import { townshipLines } from './rules'

/** More lines than a meeting can read; a county of 36 villages has a few dozen. */
const most = 1000

/**
 * Everything the meeting paper (调度会) shows, as of now and within the viewer's scope: nine
 * statements. Figures of townships are counted from the lists below them.
 */
export const readMeeting = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'meeting.read')
    const overview = await overviewOf(tx, viewer)
    const measures = await measureCounts(tx, viewer)
    const late = await lateMeasures(tx, viewer)
    const extensions = await lateExtensions(tx, viewer)
    const attention = await needingAttention(tx, viewer)
    const requests = await openRequests(tx, viewer)
    const coming = await comingMeeting(tx, viewer)
    const reviews = attention.filter(({ red, stage }) => red && stage !== 'RECTIFYING')
    return {
      bands: overview.bands.filter(({ total, transformed }) => transformed < total),
      totals: overview.totals,
      coming: coming && { ...coming, answers: await answersFor(tx, viewer, coming) },
      townships: townshipLines(overview.grid, { measures, late, attention, requests }),
      late,
      reviews,
      extensions,
      requests,
      attention,
    }
  })

export type Meeting = Awaited<ReturnType<typeof readMeeting>>

/** Measures of the villages being rectified, by township and status. */
function measureCounts(tx: Tx, viewer: Viewer) {
  return tx.measure.groupBy({
    by: ['townshipId', 'status'],
    where: {
      countyId: viewer.countyId,
      status: { in: ['OPEN', 'DONE'] },
      case: { AND: [visibleCases(viewer), { stage: { not: 'CLOSED' } }] },
    },
    _count: { _all: true },
  })
}

/** Measures past their deadline, the oldest first. */
async function lateMeasures(tx: Tx, viewer: Viewer) {
  const { today } = viewer
  const calendar = await calendarNow(tx)
  const rows = await tx.measure.findMany({
    where: {
      countyId: viewer.countyId,
      status: 'OPEN',
      redOn: { lte: fromDay(today) },
      case: { AND: [visibleCases(viewer), { stage: 'RECTIFYING', paused: false }] },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: most,
    select: { ...queueMeasure, townshipId: true, caseId: true, case: { select: place } },
  })
  return rows.map((row) => ({
    id: row.id,
    caseId: row.caseId,
    townshipId: row.townshipId,
    title: row.title,
    percent: row.percent,
    due: toDay(row.dueOn),
    who: [row.organisationName, row.personName].filter(Boolean).join(' '),
    village: row.case.village.name,
    township: row.case.township.name,
    light: measureLight(row, today, calendar),
  }))
}

const place = {
  village: queueCase.village,
  township: queueCase.township,
} as const

/** Extensions asked for and not decided in time. */
async function lateExtensions(tx: Tx, viewer: Viewer) {
  const { today } = viewer
  const calendar = await calendarNow(tx)
  const rows = await tx.extension.findMany({
    where: {
      countyId: viewer.countyId,
      status: 'REQUESTED',
      redOn: { lte: fromDay(today) },
      case: { AND: [visibleCases(viewer), { stage: 'RECTIFYING', paused: false }] },
    },
    orderBy: [{ redOn: 'asc' }, { id: 'asc' }],
    take: most,
    select: {
      id: true,
      caseId: true,
      yellowOn: true,
      redOn: true,
      measure: { select: { id: true, title: true } },
      case: { select: place },
    },
  })
  return rows.map((row) => {
    const redOn = toDay(row.redOn)
    const dates = { due: addDays(redOn, -1), yellowOn: toDay(row.yellowOn), redOn }
    const light = reasonOf(
      { subject: 'extension', ...dates, done: false, paused: false },
      today,
      calendar,
    )
    return {
      id: row.id,
      caseId: row.caseId,
      measureId: row.measure.id,
      village: row.case.village.name,
      township: row.case.township.name,
      light: { ...light, params: { ...light.params, title: row.measure.title } },
    }
  })
}

/** Open cases that are red, paused or listed again after they had been closed. */
async function needingAttention(tx: Tx, viewer: Viewer) {
  const { today } = viewer
  const calendar = await calendarNow(tx)
  const rows = await tx.case.findMany({
    where: {
      AND: [
        visibleCases(viewer),
        { stage: { notIn: ['CLOSED', 'NOT_CONFIRMED'] } },
        { OR: [lightWhere('red', today), { paused: true }, { previousCaseId: { not: null } }] },
      ],
    },
    orderBy: [{ townshipId: 'asc' }, { redOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: most,
    select: { ...queueCase, townshipId: true, previousCaseId: true, pauseReason: true },
  })
  return rows.map((row) => {
    const light = caseLight(row, today, calendar)
    return {
      id: row.id,
      townshipId: row.townshipId,
      stage: row.stage,
      village: row.village.name,
      township: row.township.name,
      batch: row.batch?.name ?? '',
      red: light.colour === 'red',
      paused: row.paused,
      pauseReason: row.pauseReason,
      relapse: row.previousCaseId !== null,
      light,
    }
  })
}

/** Coordination requests that are not ended, by township. */
async function openRequests(tx: Tx, viewer: Viewer) {
  const { today } = viewer
  const calendar = await calendarNow(tx)
  const rows = await tx.coordinationRequest.findMany({
    where: { AND: [visibleRequests(viewer), { status: { in: [...openStatuses] } }] },
    orderBy: [{ townshipId: 'asc' }, { redOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: most,
    select: listedRequest,
  })
  return rows.map((row) => {
    const light = requestLight(row, today, calendar)
    return {
      id: row.id,
      townshipId: row.townshipId,
      title: row.title,
      status: row.status,
      village: row.village?.name ?? '',
      department: row.department?.name ?? '',
      due: row.dueOn && toDay(row.dueOn),
      overdue: light.colour === 'red',
      light,
    }
  })
}
