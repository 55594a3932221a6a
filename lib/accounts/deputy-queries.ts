import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Role } from '@/lib/access/roles'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Day, toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { namesOf } from './names'
import { notOver } from './select'

export type ReplaceableAppointment = {
  id: string
  role: Role
  organisation: string
  name: string
  toOn: Day | null
}

/** Confirmed appointments of others in the county, for whoever names a deputy of one. */
export function readReplaceable(viewer: Viewer, userId: string): Promise<ReplaceableAppointment[]> {
  return read(viewer, async (tx) => {
    authorize(viewer, 'appointment.grant', { countyId: viewer.countyId })
    const rows = await tx.appointment.findMany({
      where: {
        ...notOver(viewer),
        confirmedAt: { not: null },
        standsInForId: null,
        userId: { not: userId },
      },
      orderBy: [{ role: 'asc' }, { id: 'asc' }],
      take: 1000,
      select: {
        id: true,
        role: true,
        userId: true,
        toOn: true,
        organisation: { select: { name: true } },
      },
    })
    const names = await namesOf(
      tx,
      rows.map((row) => row.userId),
    )
    return rows.map(({ id, role, organisation, toOn, ...row }) => ({
      id,
      role,
      organisation: organisation.name,
      name: names.get(row.userId)?.name ?? '',
      toOn: toOn && toDay(toOn),
    }))
  })
}
