import type { RuleMessage } from '@/lib/rule-message'
import type { RuleSet } from '@/lib/rule-sets/schema'

export type ScoreSheet = RuleSet['scoreSheet']
export type GradeCode = ScoreSheet['grades'][number]['code']

/** Points by item code; whole or half points. */
export type Scores = Readonly<Record<string, number>>

/** The sum of all points given. Half points add up exactly, so no rounding is needed. */
export function scoreTotal(scores: Scores): number {
  return Object.values(scores).reduce((sum, points) => sum + points, 0)
}

/**
 * What keeps a sheet from being handed in. Codes, each with `item`: `scoreMissing`,
 * `scoreOutOfRange` (with `max`), `scoreNotHalf` (finer than half points), `scoreItemUnknown`.
 */
export function sheetErrors(sheet: ScoreSheet, scores: Scores): RuleMessage[] {
  const known = new Set(sheet.items.map((item) => item.code))
  const unknown = Object.keys(scores)
    .filter((code) => !known.has(code))
    .map((item) => ({ code: 'scoreItemUnknown', params: { item } }))
  return [...sheet.items.flatMap(({ code, max }) => pointErrors(code, max, scores)), ...unknown]
}

function pointErrors(item: string, max: number, scores: Scores): RuleMessage[] {
  const points = Object.hasOwn(scores, item) ? scores[item] : undefined
  if (points === undefined) return [{ code: 'scoreMissing', params: { item } }]
  if (!(points >= 0 && points <= max)) {
    return [{ code: 'scoreOutOfRange', params: { item, max } }]
  }
  return Number.isInteger(points * 2) ? [] : [{ code: 'scoreNotHalf', params: { item } }]
}

/**
 * The grade of a total of 0 to 100 points: the best grade whose `from` it reaches (half-open
 * intervals, policy: ≥ 90 优秀, ≥ 80 良好, ≥ 70 合格, below 不合格). Throws `RangeError` for a
 * total that no sheet can give.
 */
export function gradeOf(sheet: ScoreSheet, total: number): GradeCode {
  const grade = sheet.grades.find(({ from }) => total >= from)
  if (!grade || total > 100) throw new RangeError(`no grade for ${total} points`)
  return grade.code
}

/** Whether a total reaches the least score of the rule set's criterion. */
export function isPass(total: number, minScore: number): boolean {
  return total >= minScore
}

/** A member of an acceptance team; ids are null for someone without account or organisation. */
export type TeamMember = {
  name: string
  userId: string | null
  organisationId: string | null
  /** The township that the member's organisation belongs to; null for county departments. */
  townshipId: string | null
}

/** The case as seen by the conflict check. */
export type CaseParties = {
  townshipId: string
  helperOrgIds: readonly string[]
  workTeamOrgIds: readonly string[]
  /** Who holds a responsibility slot, submitted, solved or reported in this case. */
  personsInvolved: readonly { userId: string | null; name: string }[]
}

/**
 * Members who may not sit on a county acceptance team (design, gate 3: "its team free of the
 * township, helper unit and work team concerned"), each with `name`: `memberOfTownship`,
 * `memberOfHelperUnit`, `memberOfWorkTeam`, `memberInvolved`. Persons are told apart by account;
 * where either side has none, by name.
 */
export function teamConflicts(members: readonly TeamMember[], parties: CaseParties): RuleMessage[] {
  return members.flatMap((member) =>
    conflictCodes(member, parties).map((code) => ({ code, params: { name: member.name } })),
  )
}

function conflictCodes(member: TeamMember, parties: CaseParties): string[] {
  const isOf = (ids: readonly string[]) =>
    member.organisationId !== null && ids.includes(member.organisationId)
  const isPerson = (person: { userId: string | null; name: string }) =>
    member.userId !== null && person.userId !== null
      ? member.userId === person.userId
      : member.name.trim() === person.name.trim()
  return [
    member.townshipId === parties.townshipId && 'memberOfTownship',
    isOf(parties.helperOrgIds) && 'memberOfHelperUnit',
    isOf(parties.workTeamOrgIds) && 'memberOfWorkTeam',
    parties.personsInvolved.some(isPerson) && 'memberInvolved',
  ].filter((code) => code !== false)
}

/**
 * Whether someone would judge their own work: no one approves, accepts or verifies what they
 * themselves submitted, solved or reported (design); `selves` also holds whom they stand in for and
 * who stands in for them (`selvesOf`). `doneBy` may hold gaps.
 */
export function isOwnWork(
  selves: readonly string[],
  doneBy: readonly (string | null | undefined)[],
): boolean {
  return selves.some((self) => doneBy.includes(self))
}
