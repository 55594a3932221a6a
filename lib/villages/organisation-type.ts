import type { PartyOrganisationType } from '@/prisma/generated/enums'

/**
 * The term of a village's party organisation: until somebody has entered the facts, its type is not
 * known, and the column's default is not a fact.
 */
export function organisationTypeOf(village: {
  organisationType: PartyOrganisationType
  factsOn: unknown
}): PartyOrganisationType | 'UNKNOWN' {
  return village.factsOn ? village.organisationType : 'UNKNOWN'
}
