import 'server-only'
import { isOwnWork } from '@/lib/acceptance/rules'
import {
  answeringOrganisations,
  holds,
  selvesOf,
  townshipsOf,
  type Viewer,
} from '@/lib/access/viewer-types'
import type { Calendar } from '@/lib/calendar/rules'
import { requestLight } from '@/lib/coordination/light'
import { toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { instructionLight } from '@/lib/instructions/light'
import type { Prisma } from '@/prisma/generated/client'
import type { QueueItem } from './queue'
import { queueLimit } from './queue-row'

const village = { select: { name: true, demo: true, township: { select: { name: true } } } }

/**
 * Coordination requests that wait for the viewer (the county office sends them on, the department
 * answers, the township confirms) and instructions to answer: two statements. A case need not be
 * open to whoever answers, so nothing of it is read here but the village.
 */
export async function letterQueue(tx: Tx, viewer: Viewer, calendar: Calendar) {
  const waits: Prisma.CoordinationRequestWhereInput[] = []
  const organisationIds = answeringOrganisations(viewer)
  if (holds(viewer, 'COUNTY_OFFICE')) waits.push({ status: 'RAISED' })
  if (organisationIds.length > 0) {
    waits.push({ status: 'ROUTED', departmentId: { in: organisationIds } })
  }
  const townshipIds = townshipsOf(viewer)
  if (townshipIds.length > 0) waits.push({ status: 'ANSWERED', townshipId: { in: townshipIds } })
  if (waits.length === 0) return []
  return [
    ...(await requests(tx, viewer, calendar, waits)),
    ...(await instructions(tx, viewer, calendar, organisationIds)),
  ]
}

const verbs = {
  RAISED: 'routeRequest',
  ROUTED: 'answerRequest',
  ANSWERED: 'settleRequest',
} as const
const pages = { RAISED: '/route', ROUTED: '/answer', ANSWERED: '' } as const

async function requests(
  tx: Tx,
  viewer: Viewer,
  calendar: Calendar,
  waits: Prisma.CoordinationRequestWhereInput[],
): Promise<QueueItem[]> {
  const rows = await tx.coordinationRequest.findMany({
    where: { countyId: viewer.countyId, OR: waits },
    orderBy: [{ redOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: queueLimit,
    select: {
      id: true,
      title: true,
      status: true,
      returnReason: true,
      answeredById: true,
      yellowOn: true,
      redOn: true,
      village,
      department: { select: { name: true } },
    },
  })
  return rows.flatMap((row): QueueItem[] => {
    const { status } = row
    if (status !== 'RAISED' && status !== 'ROUTED' && status !== 'ANSWERED') return []
    if (status === 'ANSWERED' && isOwnWork(selvesOf(viewer), [row.answeredById])) return []
    return [
      {
        key: row.id,
        verb: verbs[status],
        href: `/coordination/${row.id}${pages[status]}`,
        ...placed(row.village),
        light: requestLight(row, viewer.today, calendar),
        why: {
          title: row.title,
          reason: row.returnReason,
          returned: row.returnReason,
          department: row.department?.name ?? '',
        },
      },
    ]
  })
}

/** The township answers at its organisation, departments and teams at theirs, the county office at its own. */
async function instructions(
  tx: Tx,
  viewer: Viewer,
  calendar: Calendar,
  organisationIds: readonly string[],
): Promise<QueueItem[]> {
  const offices = viewer.grants.filter(({ role }) => role === 'COUNTY_OFFICE')
  const own = [...organisationIds, ...offices.map(({ organisationId }) => organisationId)]
  const rows = await tx.instruction.findMany({
    where: { countyId: viewer.countyId, answeredOn: null, organisationId: { in: own } },
    orderBy: [{ redOn: { sort: 'asc', nulls: 'last' } }, { givenOn: 'asc' }],
    take: queueLimit,
    select: {
      id: true,
      leaderName: true,
      givenOn: true,
      text: true,
      answeredOn: true,
      returnReason: true,
      yellowOn: true,
      redOn: true,
      village,
    },
  })
  return rows.map((row) => ({
    key: row.id,
    verb: 'answerInstruction',
    href: `/instructions/${row.id}`,
    ...placed(row.village),
    light: instructionLight(row, viewer.today, calendar),
    why: {
      leader: row.leaderName,
      day: toDay(row.givenOn),
      text: row.text.slice(0, 80),
      reason: row.returnReason,
      returned: row.returnReason,
    },
  }))
}

type Village = { name: string; demo: boolean; township: { name: string } } | null

function placed(row: Village): Pick<QueueItem, 'village' | 'township' | 'batch'> {
  return {
    village: { name: row?.name ?? '', demo: row?.demo ?? false },
    township: row?.township.name ?? '',
    batch: null,
  }
}
