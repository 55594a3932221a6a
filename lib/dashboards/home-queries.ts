import 'server-only'
import { visibleInstructions } from '@/lib/access/scope'
import { boundCaseIds, holds, type Viewer } from '@/lib/access/viewer-types'
import { countPendingAppointments } from '@/lib/accounts/appointment-queries'
import { calendarNow } from '@/lib/calendar/queries'
import type { Calendar } from '@/lib/calendar/rules'
import { caseLight } from '@/lib/cases/light'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { instructionLight } from '@/lib/instructions/light'
import { shownInstruction } from '@/lib/instructions/select'
import { askedOf } from '@/lib/meetings/asked-queries'
import { ownVisits } from '@/lib/visits/list-queries'
import { besideOf } from './beside'
import { commitmentItems } from './commitment-items'
import { overviewOf } from './county'
import { deadlinesOf } from './deadlines'
import { letterQueue } from './letter-queue'
import { noticeItems } from './notice-items'
import { officeQueue } from './office-queue'
import { byUrgency, type QueueItem } from './queue'
import { placeOf, queueCase, queueLimit } from './queue-row'
import { setupOf } from './setup'
import { townshipQueue } from './township-queue'
import { inspectorQueue, workerQueue } from './worker-queue'

/**
 * The home of whoever is signed in: what waits for them under each appointment they hold, and
 * beside it what their role watches. One transaction, at most eleven statements for one role beside the session's; the
 * administrator's holds no case.
 */
export const readHome = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    const calendar = await calendarNow(tx)
    const is = (role: Parameters<typeof holds>[1]) => holds(viewer, role)
    const queue: QueueItem[] = []
    if (is('COUNTY_OFFICE')) queue.push(...(await officeQueue(tx, viewer, calendar)))
    if (is('TOWNSHIP')) queue.push(...(await townshipQueue(tx, viewer, calendar)))
    if (is('HELPER_UNIT') || is('WORK_TEAM'))
      queue.push(...(await workerQueue(tx, viewer, calendar)))
    if (is('INSPECTOR')) queue.push(...(await inspectorQueue(tx, viewer, calendar)))
    queue.push(...(await letterQueue(tx, viewer, calendar)))
    queue.push(...(await noticeItems(tx, viewer, calendar)))
    if (is('COUNTY_OFFICE') || is('TOWNSHIP')) queue.push(...(await commitmentItems(tx, viewer)))
    const watches = is('COUNTY_OFFICE') || is('COUNTY_LEADER') || is('TOWNSHIP')
    const works = is('HELPER_UNIT') || is('WORK_TEAM') || is('COUNTY_LEADER') || is('INSPECTOR')
    const { meeting, ...beside } = await besideOf(tx, viewer)
    return {
      ...beside,
      asked: await askedOf(tx, viewer, meeting),
      visits: await ownVisits(tx, viewer),
      queue: unique(queue).toSorted(byUrgency),
      overview: watches ? await overviewOf(tx, viewer) : null,
      deadlines: watches ? await deadlinesOf(tx, viewer, calendar) : null,
      linked: works ? await linkedVillages(tx, viewer, calendar) : null,
      instructions: is('COUNTY_LEADER') ? await ownInstructions(tx, viewer, calendar) : null,
      appointments:
        is('COUNTY_OFFICE') || is('SYSTEM_ADMIN')
          ? await countPendingAppointments(tx, viewer)
          : null,
      accounts: is('SYSTEM_ADMIN') ? await accountFigures(tx, viewer) : null,
      setup: is('SYSTEM_ADMIN') ? await setupOf(tx, viewer, calendar) : null,
    }
  })

export type Home = Awaited<ReturnType<typeof readHome>>

/** As many instructions as a home shows. */
const latest = 6

/** The villages a person is bound to, most urgent first. */
async function linkedVillages(tx: Tx, viewer: Viewer, calendar: Calendar) {
  const rows = await tx.case.findMany({
    where: { countyId: viewer.countyId, id: { in: boundCaseIds(viewer) } },
    orderBy: [{ redOn: { sort: 'asc', nulls: 'last' } }, { id: 'desc' }],
    take: queueLimit,
    select: queueCase,
  })
  return rows.map((row) => ({
    id: row.id,
    stage: row.stage,
    ...placeOf(row),
    light: caseLight(row, viewer.today, calendar),
  }))
}

/** What the leader instructed: unanswered first, then the latest answers. */
async function ownInstructions(tx: Tx, viewer: Viewer, calendar: Calendar) {
  const rows = await tx.instruction.findMany({
    where: { AND: [visibleInstructions(viewer), { leaderId: viewer.userId }] },
    orderBy: [{ answeredOn: { sort: 'desc', nulls: 'first' } }, { givenOn: 'desc' }],
    take: latest,
    select: shownInstruction,
  })
  return rows.map((row) => ({
    id: row.id,
    village: row.village?.name ?? '',
    day: toDay(row.givenOn),
    text: row.text,
    organisation: row.organisation.name,
    answer: row.answer,
    answeredOn: row.answeredOn,
    returns: row.returns,
    light: instructionLight(row, viewer.today, calendar),
  }))
}

async function accountFigures(tx: Tx, viewer: Viewer) {
  const groups = await tx.user.groupBy({
    by: ['status'],
    where: { countyId: viewer.countyId },
    _count: { _all: true },
  })
  const count = (status: string) =>
    groups.find((group) => group.status === status)?._count._all ?? 0
  const organisations = await tx.organisation.count({
    where: { countyId: viewer.countyId, active: true },
  })
  return { active: count('ACTIVE'), suspended: count('SUSPENDED'), organisations }
}

/** Two appointments may bring the same thing twice. */
function unique(items: readonly QueueItem[]): QueueItem[] {
  return [...new Map(items.map((item) => [`${item.verb}:${item.key}`, item])).values()]
}
