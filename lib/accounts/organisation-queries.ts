import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { literal } from '@/lib/storable'
import type { Prisma } from '@/prisma/generated/client'
import type { OrganisationKind } from '@/prisma/generated/enums'
import { pageSize } from './page-size'
import { notOver } from './select'

export type UnitFilter = { q?: string; kind?: OrganisationKind; active?: boolean; after?: string }

/** Organisations of the county by name, a page at a time, with how many hold an appointment. */
export function listOrganisations(viewer: Viewer, filter: UnitFilter) {
  return read(viewer, async (tx) => {
    authorize(viewer, 'accounts.read', { countyId: viewer.countyId })
    const { q, kind, active, after } = filter
    const where: Prisma.OrganisationWhereInput = {
      AND: [
        { countyId: viewer.countyId },
        q ? { name: { contains: literal(q) } } : {},
        kind ? { kind } : {},
        active === undefined ? {} : { active },
      ],
    }
    const total = await tx.organisation.count({ where })
    const rows = await tx.organisation.findMany({
      where: { AND: [where, after ? { name: { gt: after } } : {}] },
      orderBy: { name: 'asc' },
      take: pageSize + 1,
      select: {
        id: true,
        kind: true,
        name: true,
        active: true,
        version: true,
        township: { select: { name: true } },
        appointments: {
          where: { ...notOver(viewer), confirmedAt: { not: null } },
          select: { id: true },
        },
      },
    })
    const items = rows.slice(0, pageSize).map(({ appointments, ...unit }) => ({
      ...unit,
      people: appointments.length,
    }))
    const next = rows.length > pageSize ? items.at(-1)?.name : undefined
    return { items, total, next }
  })
}

/** One organisation of the county. */
export function readOrganisation(viewer: Viewer, id: string) {
  return read(viewer, async (tx) => {
    const unit = await tx.organisation.findFirst({
      where: { id, countyId: viewer.countyId },
      select: {
        id: true,
        kind: true,
        name: true,
        active: true,
        version: true,
        headId: true,
        contactId: true,
        township: { select: { name: true } },
      },
    })
    if (!unit) throw new NotFound()
    authorize(viewer, 'accounts.read', { countyId: viewer.countyId })
    const seats = await tx.appointment.findMany({
      where: { organisationId: id, ...notOver(viewer), confirmedAt: { not: null } },
      distinct: ['userId'],
      select: { user: { select: { id: true, name: true, post: true } } },
    })
    return { ...unit, people: seats.map(({ user }) => user) }
  })
}
