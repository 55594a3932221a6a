import 'server-only'
import { authorize } from '@/lib/access/policy'
import { leavableAppointments } from '@/lib/access/scope'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { appointmentSelect, shownAppointment } from '@/lib/accounts/select'
import { addDays, fromDay } from '@/lib/dates'
import { asSystem, read, type Tx } from '@/lib/db'
import { literal } from '@/lib/storable'
import { fingerprint, type Holding, holdingsOf } from './holdings'
import { findSuccessors, openLeaving } from './open-leaving'
import { type HandoverGroup, handoverGroups, mayBeNamed } from './rules'

const pageSize = 50
/** How long an appointment that is over is still offered: it may have left work behind. */
const lookBack = 365

/** People whose work the viewer may hand over, by appointment, a page at a time. */
export function listLeaving(viewer: Viewer, { q, after }: { q?: string; after?: string }) {
  return read(viewer, async (tx) => {
    authorize(viewer, 'handover.run')
    const since = fromDay(addDays(viewer.today, -lookBack))
    const rows = await tx.appointment.findMany({
      where: {
        AND: [
          leavableAppointments(viewer),
          { standsInForId: null, confirmedAt: { not: null }, user: { countyId: viewer.countyId } },
          { OR: [{ toOn: null }, { toOn: { gte: since } }] },
          q
            ? {
                OR: [
                  { user: { name: { contains: literal(q) } } },
                  { organisation: { name: { contains: literal(q) } } },
                ],
              }
            : {},
          after ? { id: { gt: after } } : {},
        ],
      },
      orderBy: { id: 'asc' },
      take: pageSize + 1,
      select: { ...appointmentSelect, user: { select: { id: true, name: true, post: true } } },
    })
    const page = rows.slice(0, pageSize)
    const held = await countsOf(tx, viewer, [...new Set(page.map(({ user }) => user.id))])
    return {
      items: page.map(({ user, ...row }) => ({
        ...shownAppointment(row, viewer.today),
        person: user,
        held: held.get(user.id) ?? 0,
      })),
      next: rows.length > pageSize ? page.at(-1)?.id : undefined,
    }
  })
}

/** How many slots and open measures people hold; a figure without content. */
async function countsOf(tx: Tx, { countyId }: Viewer, userIds: string[]) {
  const open = { stage: { notIn: ['CLOSED' as const, 'NOT_CONFIRMED' as const] } }
  return asSystem(tx, systemViewer('handover'), async () => {
    const slots = await tx.assignment.groupBy({
      by: ['userId'],
      where: { countyId, userId: { in: userIds }, toOn: null, case: open },
      _count: true,
    })
    const measures = await tx.measure.groupBy({
      by: ['personUserId'],
      where: { countyId, personUserId: { in: userIds }, status: 'OPEN', case: open },
      _count: true,
    })
    const held = new Map<string, number>()
    const add = (id: string | null, count: number) =>
      id && held.set(id, (held.get(id) ?? 0) + count)
    for (const { userId, _count } of slots) add(userId, _count)
    for (const { personUserId, _count } of measures) add(personUserId, _count)
    return held
  })
}

/**
 * What somebody holds and who may follow. Without the right to read cases (the administrator) it is
 * counts and nothing else.
 */
export function readHandover(viewer: Viewer, appointmentId: string) {
  return read(viewer, async (tx) => {
    const opened = await openLeaving(tx, viewer, appointmentId)
    const { row, leaving, period, state, blind, townships } = opened
    const held = await asSystem(tx, systemViewer('handover'), () =>
      holdingsOf(tx, viewer.countyId, leaving, townships),
    )
    const fit = await findSuccessors(tx, viewer, leaving)
    return {
      appointment: { id: row.id, version: row.version, role: row.role, ...period, state },
      organisation: row.organisation,
      person: row.user,
      only: leaving.only,
      named: mayBeNamed(leaving),
      seen: fingerprint(held),
      groups: handoverGroups.map((group) => groupOf(group, held, blind)),
      total: held.length,
      blind,
      successors: fit.map(({ user, organisation }) => ({
        ...user,
        organisation: organisation.name,
      })),
    }
  })
}

/** How much somebody still holds, for the warning beside ending an appointment. */
export function countHoldings(viewer: Viewer, appointmentId: string): Promise<number> {
  return read(viewer, async (tx) => {
    const { leaving } = await openLeaving(tx, viewer, appointmentId)
    const held = await asSystem(tx, systemViewer('handover'), () =>
      holdingsOf(tx, viewer.countyId, leaving, null),
    )
    return held.length
  })
}

function groupOf(group: HandoverGroup, held: readonly Holding[], blind: boolean) {
  const own = held.filter((one) => one.group === group)
  const blocked = own.filter((one) => one.blocked)
  const reasons = [...new Set(blocked.flatMap((one) => one.blocked ?? []))]
  // What lies outside the viewer's scope is counted, never named.
  const shown = blind ? [] : own.filter((one) => one.blocked !== 'elsewhere')
  return {
    ...{ group, count: own.length, hidden: own.length - shown.length },
    blocked: reasons.map((reason) => ({
      reason,
      count: blocked.filter((one) => one.blocked === reason).length,
    })),
    items: shown.map(({ id, kase, what, blocked: reason, measure, line, slot, seat }) => ({
      ...{ id, what, blocked: reason, caseId: kase.id, village: kase.village },
      number: measure?.number ?? line?.number,
      draft: line !== undefined,
      slot: slot?.slot,
      from: slot?.from,
      level: seat?.level,
    })),
  }
}
