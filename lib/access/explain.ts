import type { Day } from '@/lib/dates'
import { can, relationFor } from './policy'
import type { Subject } from './relations'
import type { BoundRole, Role } from './roles'
import type { Bond, Grant, Viewer } from './viewer-types'

/** An appointment of a person, in force or not. */
export type HeldAppointment = Grant & { fromOn: Day; toOn: Day | null; confirmed: boolean }

/** What ties people and organisations to one case. */
export type CaseTies = {
  subject: Required<Pick<Subject, 'countyId' | 'caseId'>> & { townshipId: string }
  /** Until when ties count on a closed case; null while it is open. */
  readableUntil: Day | null
  holders: readonly { slot: string; organisationId: string | null; userId: string | null }[]
  /** Inspectors on its acceptance teams and those who check it. */
  teamUserIds: readonly string[]
}

/** Why an appointment lets its holder see a case, or why not; keys of `cases.access.reason`. */
export type AccessReason =
  | 'county'
  | 'countyOverview'
  | 'township'
  | BoundRole
  | 'otherTownship'
  | 'notBound'
  | 'bondEnded'
  | 'roleNever'
  | 'notConfirmed'
  | 'notYet'
  | 'ended'

export type Explained = {
  sees: boolean
  timeline: boolean
  documents: boolean
  appointments: (HeldAppointment & { sees: boolean; reason: AccessReason })[]
}

type Person = { userId: string; suspended: boolean; appointments: readonly HeldAppointment[] }

/**
 * Why a person can see a case: the rulebook asked for them as it would be on their next request,
 * appointment by appointment. A suspended account sees nothing.
 */
export function explainAccess(person: Person, ties: CaseTies, today: Day): Explained {
  const held = person.suspended ? [] : person.appointments.filter((one) => !lapsed(one, today))
  const them = asViewer(person.userId, held, ties, today)
  return {
    sees: can(them, 'case.read', ties.subject),
    timeline: can(them, 'case.timeline', ties.subject),
    documents: can(them, 'case.documents', ties.subject),
    appointments: person.appointments.map((one) => {
      const reason = reasonOf(person.userId, one, ties, today)
      return { ...one, reason, sees: !person.suspended && !refusals.includes(reason) }
    }),
  }
}

const refusals: readonly AccessReason[] = [
  'otherTownship',
  'notBound',
  'bondEnded',
  'roleNever',
  'notConfirmed',
  'notYet',
  'ended',
]

function lapsed({ confirmed, fromOn, toOn }: HeldAppointment, today: Day) {
  if (!confirmed) return 'notConfirmed' as const
  if (fromOn > today) return 'notYet' as const
  if (toOn !== null && toOn < today) return 'ended' as const
  return undefined
}

function reasonOf(
  userId: string,
  appointment: HeldAppointment,
  ties: CaseTies,
  today: Day,
): AccessReason {
  const gone = lapsed(appointment, today)
  if (gone) return gone
  const { role, townshipId } = appointment
  const bound = boundAs(userId, appointment, ties)
  switch (relationFor('case.read', role)) {
    case 'county':
      if (role !== 'COUNTY_LEADER') return 'county'
      return bound && tiesCount(ties, today) ? role : 'countyOverview'
    case 'township':
      return townshipId === ties.subject.townshipId ? 'township' : 'otherTownship'
    case 'bound':
      if (!bound) return 'notBound'
      return tiesCount(ties, today) ? bound : 'bondEnded'
    default:
      return 'roleNever'
  }
}

function tiesCount({ readableUntil }: CaseTies, today: Day): boolean {
  return readableUntil === null || readableUntil >= today
}

/** The tie of an appointment to the case, as `loadSession` finds it. */
function boundAs(userId: string, grant: Grant, ties: CaseTies): BoundRole | undefined {
  const holds = (slot: Role, test: (one: CaseTies['holders'][number]) => boolean) =>
    ties.holders.some((one) => one.slot === slot && test(one))
  const { role, organisationId } = grant
  const holder = grant.standsInFor?.userId ?? userId
  switch (role) {
    case 'HELPER_UNIT':
    case 'WORK_TEAM':
      return holds(role, (one) => one.organisationId === organisationId) ? role : undefined
    case 'COUNTY_LEADER':
      return holds(role, (one) => one.userId === holder) ? role : undefined
    case 'INSPECTOR':
      return ties.teamUserIds.includes(holder) ? role : undefined
    default:
      return undefined
  }
}

function asViewer(
  userId: string,
  grants: readonly HeldAppointment[],
  ties: CaseTies,
  today: Day,
): Viewer {
  const bonds = grants.flatMap((grant): Bond[] => {
    const role = tiesCount(ties, today) ? boundAs(userId, grant, ties) : undefined
    const { organisationId } = grant
    const standsInFor = grant.standsInFor?.userId
    return role ? [{ role, caseId: ties.subject.caseId, organisationId, standsInFor }] : []
  })
  return {
    userId,
    account: '',
    name: '',
    countyId: ties.subject.countyId,
    countyName: '',
    grants,
    bonds,
    today,
    origin: 'USER',
    demo: false,
    sessionId: null,
  }
}
