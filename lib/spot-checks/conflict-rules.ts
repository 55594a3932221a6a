/** What speaks against an inspector checking a village (domain.md, "Supervision"). */
export const conflictCodes = [
  /** They serve in the township the village belongs to. */
  'ownTownship',
  /** Their unit or team holds a responsibility for the village. */
  'ownUnit',
  /** They are named themselves among those responsible for the village. */
  'pairedVillage',
  /** They made the last check of the village. */
  'checkedLast',
] as const

export type ConflictCode = (typeof conflictCodes)[number]

/** The message (namespace `errors`) of each, with `inspector` and `village`. */
export const conflictMessages = {
  ownTownship: 'conflictOwnTownship',
  ownUnit: 'conflictOwnUnit',
  pairedVillage: 'conflictPairedVillage',
  checkedLast: 'conflictCheckedLast',
} as const satisfies Record<ConflictCode, string>

/** Where an inspector serves today, over all their appointments. */
export type InspectorFacts = {
  id: string
  townshipIds: readonly string[]
  organisationIds: readonly string[]
}

/** Who is responsible for a village today, and who submitted its last check. */
export type VillageFacts = {
  id: string
  townshipId: string
  organisationIds: readonly string[]
  userIds: readonly string[]
  lastInspectorIds: readonly string[]
}

/** Every conflict between an inspector and a village; none lets them check it. */
export function conflictsOf(inspector: InspectorFacts, village: VillageFacts): ConflictCode[] {
  const stands: Record<ConflictCode, boolean> = {
    ownTownship: inspector.townshipIds.includes(village.townshipId),
    ownUnit: inspector.organisationIds.some((id) => village.organisationIds.includes(id)),
    pairedVillage: village.userIds.includes(inspector.id),
    checkedLast: village.lastInspectorIds.includes(inspector.id),
  }
  return conflictCodes.filter((code) => stands[code])
}
