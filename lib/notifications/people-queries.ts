import 'server-only'
import { type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { People } from './recipients'

/** Organisations, appointments in force and bonds of a county on a day: three statements. */
export async function readPeople(tx: Tx, countyId: string, today: Day): Promise<People> {
  const day = fromDay(today)
  const lasts = { OR: [{ toOn: null }, { toOn: { gte: day } }] }
  const units = await tx.organisation.findMany({
    where: { countyId, active: true },
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, name: true, townshipId: true, headId: true, contactId: true },
  })
  const seats = await tx.appointment.findMany({
    where: {
      countyId,
      confirmedAt: { not: null },
      fromOn: { lte: day },
      ...lasts,
      user: { status: 'ACTIVE' },
    },
    orderBy: { id: 'asc' },
    select: {
      userId: true,
      role: true,
      organisationId: true,
      organisation: { select: { townshipId: true } },
      standsInFor: { select: { userId: true, fromOn: true, toOn: true } },
    },
  })
  const bonds = await tx.assignment.findMany({
    where: {
      countyId,
      fromOn: { lte: day },
      toOn: null,
      slot: { in: ['COUNTY_LEADER', 'HELPER_UNIT', 'WORK_TEAM'] },
    },
    select: { caseId: true, organisationId: true, userId: true },
  })
  return {
    units,
    bonds,
    seats: seats
      .filter(({ standsInFor: of }) => !of || (of.fromOn <= day && (!of.toOn || of.toOn >= day)))
      .map(({ organisation, standsInFor, ...seat }) => ({
        ...seat,
        townshipId: organisation.townshipId,
        standsInForId: standsInFor?.userId ?? null,
      })),
  }
}
