import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Day, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { type EventGroup, kindsOf } from './event-groups'

const told = {
  id: true,
  seq: true,
  at: true,
  occurredOn: true,
  kind: true,
  origin: true,
  actorName: true,
  actorRole: true,
  actorOrganisation: true,
  internal: true,
  details: true,
} satisfies Prisma.EventSelect

/** An event as a timeline tells it; `describe` puts it into words. */
export type ToldEvent = Omit<Prisma.EventGetPayload<{ select: typeof told }>, 'occurredOn'> & {
  occurredOn: Day
}

export type TimelineFilter = { group?: EventGroup; before?: number; limit: number }

/**
 * The timeline of a case, newest first, in pages by sequence number. `NotFound` outside the scope,
 * `Forbidden` for a leader whose village it is not; 内部 events reach their readers only (RLS).
 */
export const readTimeline = (viewer: Viewer, caseId: string, filter: TimelineFilter) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { id: true, countyId: true, townshipId: true },
    })
    if (!kase) throw new NotFound()
    const { id, countyId, townshipId } = kase
    authorize(viewer, 'case.timeline', { caseId: id, countyId, townshipId })
    return timelineOf(tx, caseId, filter)
  })

async function timelineOf(tx: Tx, caseId: string, { group, before, limit }: TimelineFilter) {
  const groups = await tx.event.groupBy({
    by: ['kind'],
    where: { caseId },
    _count: { _all: true },
  })
  const rows = await tx.event.findMany({
    where: {
      caseId,
      ...(group && { kind: { in: kindsOf(group) } }),
      ...(before !== undefined && { seq: { lt: before } }),
    },
    orderBy: { seq: 'desc' },
    take: limit + 1,
    select: told,
  })
  const events = rows.slice(0, limit).map(tell)
  return {
    events,
    nextBefore: rows.length > limit ? (events.at(-1)?.seq ?? null) : null,
    /** Events the viewer sees, by kind. */
    counts: Object.fromEntries(groups.map(({ kind, _count }) => [kind, _count._all])),
  }
}

/** The last events of a case, for its overview; the caller has authorised `case.timeline`. */
export async function latestEvents(tx: Tx, caseId: string, limit: number): Promise<ToldEvent[]> {
  const rows = await tx.event.findMany({
    where: { caseId },
    orderBy: { seq: 'desc' },
    take: limit,
    select: told,
  })
  return rows.map(tell)
}

function tell(row: Prisma.EventGetPayload<{ select: typeof told }>): ToldEvent {
  return { ...row, occurredOn: toDay(row.occurredOn) }
}
