import 'server-only'
import { authorize, type Permission } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { fromDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { namesOf } from './names'
import { pageSize } from './page-size'
import { appointmentSelect, notOver, shownAppointment } from './select'

export const appointmentViews = ['pending', 'current', 'over'] as const
export type AppointmentView = (typeof appointmentViews)[number]

/** Appointments of the county, a page at a time, newest first; by how they stand. */
export function listAppointments(
  viewer: Viewer,
  { view, after }: { view: AppointmentView; after?: string },
) {
  return read(viewer, async (tx) => {
    authorize(viewer, 'accounts.read', { countyId: viewer.countyId })
    const today = fromDay(viewer.today)
    const lasting = { OR: [{ toOn: null }, { toOn: { gte: today } }] }
    const views: Record<AppointmentView, Prisma.AppointmentWhereInput> = {
      pending: { confirmedAt: null, droppedAt: null, ...lasting },
      current: { confirmedAt: { not: null }, ...lasting },
      over: { OR: [{ toOn: { lt: today } }, { droppedAt: { not: null } }] },
    }
    const rows = await tx.appointment.findMany({
      where: {
        AND: [{ countyId: viewer.countyId }, views[view], after ? { id: { lt: after } } : {}],
      },
      orderBy: { id: 'desc' },
      take: pageSize + 1,
      select: { ...appointmentSelect, userId: true, grantedById: true, createdAt: true },
    })
    const page = rows.slice(0, pageSize)
    const names = await namesOf(
      tx,
      page.flatMap((row) => [row.userId, ...(row.grantedById ? [row.grantedById] : [])]),
    )
    const items = page.map((row) => ({
      ...shownAppointment(row, viewer.today),
      createdAt: row.createdAt,
      person: names.get(row.userId),
      grantedBy: names.get(row.grantedById ?? '')?.name ?? '',
      /** Their own grant, or one for themselves: somebody else confirms it. */
      own: row.userId === viewer.userId || row.grantedById === viewer.userId,
    }))
    return { items, next: rows.length > pageSize ? page.at(-1)?.id : undefined }
  })
}

/** One appointment, for whoever may do something with it. */
export function readAppointment(viewer: Viewer, id: string, may: Permission) {
  return read(viewer, async (tx) => {
    const row = await tx.appointment.findFirst({
      where: { id, countyId: viewer.countyId },
      select: { ...appointmentSelect, userId: true },
    })
    if (!row) throw new NotFound()
    authorize(viewer, may, { countyId: viewer.countyId })
    return {
      ...shownAppointment(row, viewer.today),
      person: (await namesOf(tx, [row.userId])).get(row.userId),
    }
  })
}

/** How many grants wait for the county office; for its home and the navigation. */
export function countPendingAppointments(tx: Tx, viewer: Viewer): Promise<number> {
  return tx.appointment.count({ where: { ...notOver(viewer), confirmedAt: null } })
}
