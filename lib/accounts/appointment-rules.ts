import type { Day } from '@/lib/dates'
import type { OrganisationKind, Role } from '@/prisma/generated/enums'

/** At which kinds of organisation a role may be held; a role never acts outside its organisation. */
const organisationsOfRole: Record<Role, readonly OrganisationKind[]> = {
  COUNTY_OFFICE: ['COUNTY_OFFICE'],
  COUNTY_LEADER: ['COUNTY_COMMITTEE', 'COUNTY_OFFICE'],
  TOWNSHIP: ['TOWNSHIP'],
  HELPER_UNIT: ['DEPARTMENT', 'PARTY_BRANCH'],
  WORK_TEAM: ['WORK_TEAM'],
  INSPECTOR: ['INSPECTION_GROUP'],
  SYSTEM_ADMIN: ['ADMINISTRATION'],
}

export function roleFits(role: Role, kind: OrganisationKind): boolean {
  return organisationsOfRole[role].includes(kind)
}

export type Period = { fromOn: Day; toOn: Day | null }

/** Whether two periods share a day; both ends belong to a period. */
export function overlap(a: Period, b: Period): boolean {
  return (b.toOn === null || a.fromOn <= b.toOn) && (a.toOn === null || b.fromOn <= a.toOn)
}

export type AppointmentState = 'pending' | 'future' | 'inForce' | 'over' | 'void'

/** How an appointment stands on a day; `void` never took effect: dropped, or never confirmed in time. */
export function appointmentState(
  appointment: Period & { confirmed: boolean; dropped: boolean },
  today: Day,
): AppointmentState {
  const { fromOn, toOn, confirmed, dropped } = appointment
  const over = toOn !== null && toOn < today
  if (dropped || (over && !confirmed)) return 'void'
  if (over) return 'over'
  if (!confirmed) return 'pending'
  return fromOn > today ? 'future' : 'inForce'
}
