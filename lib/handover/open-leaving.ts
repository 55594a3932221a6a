import 'server-only'
import { authorize } from '@/lib/access/policy'
import { leavableAppointments } from '@/lib/access/scope'
import { holds, townshipsOf, type Viewer } from '@/lib/access/viewer-types'
import { appointmentSelect, periodOf, stateOf } from '@/lib/accounts/select'
import { fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Leaving } from './rules'

/** An appointment somebody leaves, also one that is over and left work behind. */
export async function openLeaving(tx: Tx, viewer: Viewer, appointmentId: string) {
  const row = await tx.appointment.findFirst({
    where: {
      AND: [
        leavableAppointments(viewer),
        { id: appointmentId, confirmedAt: { not: null }, standsInForId: null },
        { user: { countyId: viewer.countyId } },
      ],
    },
    select: {
      ...appointmentSelect,
      organisation: { select: { id: true, name: true, townshipId: true } },
      user: { select: { id: true, name: true, account: true, post: true } },
    },
  })
  if (!row) throw new NotFound()
  const { organisation, user, role } = row
  const grant = authorize(viewer, 'handover.run', {
    countyId: viewer.countyId,
    townshipId: organisation.townshipId,
  })
  const others = await tx.appointment.count({
    where: {
      ...{ countyId: viewer.countyId, userId: user.id, id: { not: row.id } },
      ...{
        standsInForId: null,
        confirmedAt: { not: null },
        fromOn: { lte: fromDay(viewer.today) },
      },
      OR: [{ toOn: null }, { toOn: { gte: fromDay(viewer.today) } }],
    },
  })
  const leaving: Leaving = {
    ...{ userId: user.id, name: user.name, role, organisationId: organisation.id },
    only: others === 0,
  }
  return {
    row,
    grant,
    leaving,
    period: periodOf(row),
    state: stateOf(row, viewer.today),
    /** Whether the viewer sees what is handed over, or how much of it only. */
    blind: !holds(viewer, 'COUNTY_OFFICE') && !holds(viewer, 'TOWNSHIP'),
    /** Where the viewer may move things; null for the whole county. */
    townships:
      holds(viewer, 'COUNTY_OFFICE') || holds(viewer, 'SYSTEM_ADMIN') ? null : townshipsOf(viewer),
  }
}

/** Accounts in force that may follow: the same role at the same organisation; leaders county-wide. */
export function findSuccessors(tx: Tx, viewer: Viewer, leaving: Leaving) {
  const day = fromDay(viewer.today)
  const { role, organisationId, userId } = leaving
  return tx.appointment.findMany({
    where: {
      ...{ countyId: viewer.countyId, role, standsInForId: null, confirmedAt: { not: null } },
      ...(role === 'COUNTY_LEADER' ? {} : { organisationId }),
      ...{ userId: { not: userId }, user: { status: 'ACTIVE' }, fromOn: { lte: day } },
      OR: [{ toOn: null }, { toOn: { gte: day } }],
    },
    orderBy: { user: { name: 'asc' } },
    select: {
      user: { select: { id: true, name: true, post: true } },
      organisation: { select: { id: true, name: true } },
    },
  })
}
