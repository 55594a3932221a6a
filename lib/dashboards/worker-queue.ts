import 'server-only'
import { boundCaseIds, principalsOf, type Viewer } from '@/lib/access/viewer-types'
import type { Calendar } from '@/lib/calendar/rules'
import { addDays, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { reasonOf } from '@/lib/lights/rules'
import { measureLight, measureWhy, queueMeasure } from './measure-items'
import type { QueueItem } from './queue'
import { placeOf, queueCase, queueLimit } from './queue-row'

const place = {
  select: {
    id: true,
    village: queueCase.village,
    township: queueCase.township,
    batch: queueCase.batch,
  },
} as const

/** The open measures of a helper unit or work team on the cases it is bound to: one statement. */
export async function workerQueue(
  tx: Tx,
  viewer: Viewer,
  calendar: Calendar,
): Promise<QueueItem[]> {
  const working = viewer.grants.filter(({ role }) => role === 'HELPER_UNIT' || role === 'WORK_TEAM')
  const rows = await tx.measure.findMany({
    where: {
      caseId: { in: boundCaseIds(viewer, ['HELPER_UNIT', 'WORK_TEAM']) },
      status: 'OPEN',
      case: { stage: 'RECTIFYING', paused: false },
      OR: [
        { organisationId: { in: working.map(({ organisationId }) => organisationId) } },
        { personUserId: { in: [viewer.userId, ...principalsOf(viewer)] } },
      ],
    },
    orderBy: { dueOn: 'asc' },
    take: queueLimit,
    select: { ...queueMeasure, case: place },
  })
  return rows.map((row) => ({
    key: row.id,
    verb: 'measure',
    href: `/cases/${row.case.id}/measures/${row.id}`,
    ...placeOf(row.case),
    light: measureLight(row, viewer.today, calendar),
    why: measureWhy(row),
  }))
}

/** The acceptances on whose team an inspector sits and that are not decided yet: one statement. */
export async function inspectorQueue(
  tx: Tx,
  viewer: Viewer,
  calendar: Calendar,
): Promise<QueueItem[]> {
  const rows = await tx.acceptance.findMany({
    where: {
      countyId: viewer.countyId,
      status: 'OPEN',
      members: { some: { userId: { in: [viewer.userId, ...principalsOf(viewer)] } } },
    },
    orderBy: { redOn: 'asc' },
    take: queueLimit,
    select: { id: true, level: true, openedOn: true, yellowOn: true, redOn: true, case: place },
  })
  return rows.map((row) => {
    const redOn = toDay(row.redOn)
    const dates = { due: addDays(redOn, -1), yellowOn: toDay(row.yellowOn), redOn }
    return {
      key: row.id,
      verb: 'joinAcceptance',
      href: `/cases/${row.case.id}/acceptance`,
      ...placeOf(row.case),
      light: reasonOf(
        { subject: 'acceptance', ...dates, done: false, paused: false },
        viewer.today,
        calendar,
      ),
      why: { level: row.level, day: toDay(row.openedOn) },
    }
  })
}
