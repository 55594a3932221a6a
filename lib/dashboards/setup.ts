import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Calendar } from '@/lib/calendar/rules'
import { fromDay, yearOf } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { setupSteps } from './setup-steps'

/** What the system made by itself; a county adds its departments, teams and the like. */
const given = ['ADMINISTRATION', 'COUNTY_OFFICE', 'TOWNSHIP'] as const

/** How far a county is set up, as its administrator sees it: four statements. */
export async function setupOf(tx: Tx, viewer: Viewer, calendar: Calendar) {
  const { countyId, userId, today } = viewer
  return setupSteps({
    villages: await tx.village.count({ where: { countyId } }),
    units: await tx.organisation.count({
      where: { countyId, active: true, kind: { notIn: [...given] } },
    }),
    people: await tx.user.count({ where: { countyId, id: { not: userId } } }),
    ...(await heldRoles(tx, viewer)),
    calendar: calendar.knownYears.has(yearOf(today)),
  })
}

/** Appointments in force: of the county office, and of everybody who works on cases with it. */
async function heldRoles(tx: Tx, { countyId, today }: Viewer) {
  const day = fromDay(today)
  const rows = await tx.appointment.groupBy({
    by: ['role'],
    where: {
      countyId,
      role: { not: 'SYSTEM_ADMIN' },
      confirmedAt: { not: null },
      droppedAt: null,
      fromOn: { lte: day },
      OR: [{ toOn: null }, { toOn: { gte: day } }],
    },
    _count: { _all: true },
  })
  const all = rows.reduce((sum, { _count }) => sum + _count._all, 0)
  const office = rows.find(({ role }) => role === 'COUNTY_OFFICE')?._count._all ?? 0
  return { office, appointed: all - office }
}
