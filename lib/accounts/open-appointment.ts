import 'server-only'
import { authorize } from '@/lib/access/policy'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Day, fromDay } from '@/lib/dates'
import { asSystem, type Tx } from '@/lib/db'
import { Conflict, NotFound, RuleBroken } from '@/lib/errors'
import type { Role } from '@/prisma/generated/enums'
import { deputyName, periodOf, stateOf } from './select'

/** Without these two a county could no longer be administered. */
const lastOf: Partial<Record<Role, string>> = {
  COUNTY_OFFICE: 'lastOffice',
  SYSTEM_ADMIN: 'lastAdministrator',
}

/** Refuses to end the last appointment that a county cannot do without. */
export async function refuseLast(
  tx: Tx,
  countyId: string,
  row: { id: string; role: Role; standsInForName: string },
  toOn: Day,
): Promise<void> {
  const last = row.standsInForName ? undefined : lastOf[row.role]
  const others = { countyId, role: row.role, after: toOn, besides: row.id }
  if (last && (await othersInForce(tx, others)) === 0) throw new RuleBroken(last)
}

/** Confirmed appointments of a role that last beyond a day. */
export function othersInForce(
  tx: Tx,
  {
    countyId,
    role,
    after,
    besides,
  }: { countyId: string; role: Role; after: string; besides?: string },
) {
  return tx.appointment.count({
    where: {
      countyId,
      role,
      standsInForId: null,
      confirmedAt: { not: null },
      OR: [{ toOn: null }, { toOn: { gt: fromDay(after) } }],
      ...(besides ? { id: { not: besides } } : {}),
    },
  })
}

export type Manage = 'appointment.grant' | 'appointment.confirm'

/** An appointment of the county, for whoever may manage it. */
export async function openAppointment(tx: Tx, viewer: Viewer, id: string, may: Manage) {
  const { countyId } = viewer
  const row = await tx.appointment.findFirst({
    where: { id, countyId },
    select: {
      id: true,
      userId: true,
      role: true,
      fromOn: true,
      toOn: true,
      grantedById: true,
      confirmedAt: true,
      droppedAt: true,
      version: true,
      standsInForName: true,
      organisation: { select: { name: true } },
    },
  })
  if (!row) throw new NotFound()
  const grant = authorize(viewer, may, { countyId })
  const person = await asSystem(tx, systemViewer('accounts'), () =>
    tx.user.findUniqueOrThrow({
      where: { id: row.userId },
      select: { account: true, name: true },
    }),
  )
  const period = periodOf(row)
  const state = stateOf(row, viewer.today)
  const details = {
    account: person.account,
    name: deputyName(person.name, row.standsInForName),
    role: row.role,
    organisation: row.organisation.name,
  }
  return { row, period, state, details, actor: { viewer, grant }, chain: { accountsOf: countyId } }
}

/** Writes an appointment as the next version of the one that was seen. */
export async function changeAppointment(
  tx: Tx,
  { id, version }: { id: string; version: number },
  data: { toOn: Date } | { droppedAt: Date } | { confirmedAt: Date; confirmedById: string },
) {
  const { count } = await tx.appointment.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict()
}
