import type { OrganisationKind, ReminderBasis, ReminderLevel, Role } from '@/prisma/generated/enums'
import type { DueSubject } from './subjects'

type Unit = {
  id: string
  kind: OrganisationKind
  name: string
  townshipId: string | null
  headId: string | null
  contactId: string | null
}

/** An appointment in force of somebody whose account works; whose it is where it stands in. */
type Seat = {
  userId: string
  role: Role
  organisationId: string
  townshipId: string | null
  standsInForId: string | null
}

/** Who answers for a case: organisations and people bound to it today. */
type Bond = { caseId: string; organisationId: string | null; userId: string | null }

export type People = { units: readonly Unit[]; seats: readonly Seat[]; bonds: readonly Bond[] }
type Recipient = { userId: string; basis: ReminderBasis }

/** The organisation that owes it. */
export function owingUnit(of: DueSubject, { units }: People): Unit | undefined {
  const township = units.find(
    ({ kind, townshipId }) => kind === 'TOWNSHIP' && townshipId === of.townshipId,
  )
  if (of.owner === 'office') return officeOf(units)
  if (of.owner === 'township') return township
  return units.find(({ id }) => id === of.organisationId) ?? township
}

const officeOf = (units: readonly Unit[]) => units.find(({ kind }) => kind === 'COUNTY_OFFICE')

/**
 * Who is told of a step. Nobody is told of what they may not see: where the person or organisation
 * named has no account that sees it, its named contact is, then its people, then the township.
 */
export function recipientsOf(of: DueSubject, level: ReminderLevel, people: People): Recipient[] {
  const unit = owingUnit(of, people)
  const sees = (userId: string) => seesSubject(userId, of, people)
  if (level === 'OFFICE') {
    const office = officeOf(people.units)
    return office ? ofUnit(office, office.contactId, 'OFFICE', people, sees) : []
  }
  if (level === 'RESPONSIBLE' && of.personUserId && sees(of.personUserId)) {
    const { personUserId } = of
    const deputies = people.seats.filter(
      ({ userId, standsInForId }) => standsInForId === personUserId && sees(userId),
    )
    return unique([
      { userId: personUserId, basis: 'PERSON' },
      ...deputies.map(({ userId }) => ({ userId, basis: 'DEPUTY' as const })),
    ])
  }
  const named = (one: Unit) => (level === 'HEAD' ? one.headId : one.contactId)
  const basis = level === 'HEAD' ? 'HEAD' : 'CONTACT'
  const found = unit ? ofUnit(unit, named(unit), basis, people, sees) : []
  if (found.length > 0) return found
  const township = people.units.find(
    ({ kind, townshipId }) => kind === 'TOWNSHIP' && townshipId === of.townshipId,
  )
  return township ? ofUnit(township, named(township), basis, people, sees) : []
}

function ofUnit(
  unit: Unit,
  named: string | null,
  basis: ReminderBasis,
  { seats }: People,
  sees: (userId: string) => boolean,
): Recipient[] {
  const here = seats.filter(
    ({ organisationId, userId }) => organisationId === unit.id && sees(userId),
  )
  if (named && here.some(({ userId }) => userId === named)) return [{ userId: named, basis }]
  const all = basis === 'OFFICE' ? basis : 'MEMBER'
  return unique(here.map(({ userId }) => ({ userId, basis: all })))
}

/** Whose timeline it is open to (`visibleSteps`), told by appointments alone. */
function seesSubject(userId: string, of: DueSubject, { seats, bonds }: People): boolean {
  return seats.some((seat) => {
    if (seat.userId !== userId) return false
    switch (seat.role) {
      case 'COUNTY_OFFICE':
        return true
      case 'COUNTY_LEADER':
        return bonds.some((bond) => bond.caseId === of.caseId && bond.userId === userId)
      case 'TOWNSHIP':
        return (
          seat.townshipId === of.townshipId ||
          (addressed.has(of.subject) && seat.organisationId === of.organisationId)
        )
      case 'HELPER_UNIT':
      case 'WORK_TEAM':
        return (
          (addressed.has(of.subject) && seat.organisationId === of.organisationId) ||
          bonds.some(
            (bond) => bond.caseId === of.caseId && bond.organisationId === seat.organisationId,
          )
        )
      default:
        return false
    }
  })
}

/** What is read by the organisation it was sent to, also without reading the case. */
const addressed: ReadonlySet<string> = new Set(['coordination', 'instruction', 'notice'])

const unique = (list: Recipient[]) =>
  [...new Map(list.toReversed().map((one) => [one.userId, one])).values()].toReversed()
