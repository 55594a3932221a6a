import type { Permission } from '@/lib/access/policy'
import type { Subject } from '@/lib/access/relations'
import type { Day } from '@/lib/dates'
import type {
  CommitmentLevel,
  CommitmentPosition,
  CommitmentResult,
  CommitmentStatus,
} from '@/prisma/generated/enums'

/** Who commits to whom: township → county committee, secretary → township, member → organisation. */
export const commitmentLevels = ['TOWNSHIP', 'SECRETARY', 'MEMBER'] as const

/** The positions of a level; party members are told apart by kind and counted, never named. */
export const positionsOf = {
  TOWNSHIP: ['TOWNSHIP_COMMITTEE', 'TOWNSHIP_SECRETARY'],
  SECRETARY: ['VILLAGE_SECRETARY'],
  MEMBER: ['MEMBERS_IN_OFFICE', 'MEMBERS_WITHOUT_OFFICE', 'MEMBERS_AWAY', 'ALL_MEMBERS'],
} as const satisfies Record<CommitmentLevel, readonly CommitmentPosition[]>

/** The side that makes and keeps a commitment, and the level above that judges it. */
type Side = 'maker' | 'judge'
type Step = { from: readonly CommitmentStatus[]; to: CommitmentStatus; by: Side }

/**
 * The way of a commitment (承诺), one row per verb: drafted, reviewed by the level above (accepted or
 * returned), published and from then on frozen, carried out with evidence, evaluated by the level
 * above. It can be withdrawn until it is published.
 */
export const commitmentSteps = {
  edit: { from: ['DRAFTED', 'RETURNED'], to: 'DRAFTED', by: 'maker' },
  accept: { from: ['DRAFTED'], to: 'REVIEWED', by: 'judge' },
  return: { from: ['DRAFTED'], to: 'RETURNED', by: 'judge' },
  publish: { from: ['REVIEWED'], to: 'PUBLISHED', by: 'maker' },
  withdraw: { from: ['DRAFTED', 'RETURNED', 'REVIEWED'], to: 'WITHDRAWN', by: 'maker' },
  report: { from: ['PUBLISHED'], to: 'CARRIED_OUT', by: 'maker' },
  evaluate: { from: ['PUBLISHED', 'CARRIED_OUT'], to: 'EVALUATED', by: 'judge' },
} as const satisfies Record<string, Step>

export type CommitmentVerb = keyof typeof commitmentSteps

export const commitmentVerbs = Object.keys(commitmentSteps) as CommitmentVerb[]

/** The permission each side of a level needs. */
const permissionsOf = {
  TOWNSHIP: { maker: 'commitment.writeTownship', judge: 'commitment.judgeTownship' },
  SECRETARY: { maker: 'commitment.write', judge: 'commitment.judge' },
  MEMBER: { maker: 'commitment.write', judge: 'commitment.judgeMembers' },
} as const satisfies Record<CommitmentLevel, Record<Side, Permission>>

/** What the rulebook must allow for a verb on a commitment of this level. */
export function mayFor(verb: CommitmentVerb, level: CommitmentLevel): Permission {
  return permissionsOf[level][commitmentSteps[verb].by]
}

/** What the rulebook must allow to draft a commitment of this level. */
export function mayDraft(level: CommitmentLevel): Permission {
  return permissionsOf[level].maker
}

type Standing = { status: CommitmentStatus; dueOn: Day }

/**
 * Whether a commitment in this state knows the verb today. One that nothing was reported of can be
 * evaluated once its day has passed, and then only as broken (`resultsOf`).
 */
export function knowsVerb(verb: CommitmentVerb, { status, dueOn }: Standing, today: Day): boolean {
  const from: readonly CommitmentStatus[] = commitmentSteps[verb].from
  if (!from.includes(status)) return false
  return verb !== 'evaluate' || status === 'CARRIED_OUT' || isOverdue({ status, dueOn }, today)
}

/** Published, past its day, and nothing reported. */
export function isOverdue({ status, dueOn }: Standing, today: Day): boolean {
  return status === 'PUBLISHED' && dueOn < today
}

/** The results that can be given: without a report only broken. */
export function resultsOf(status: CommitmentStatus): readonly CommitmentResult[] {
  return status === 'CARRIED_OUT' ? ['KEPT', 'PARTLY', 'BROKEN'] : ['BROKEN']
}

/** Published, whatever came of it since. */
export const publishedStatuses = [
  'PUBLISHED',
  'CARRIED_OUT',
  'EVALUATED',
] as const satisfies readonly CommitmentStatus[]

type Authors = {
  enteredById: string | null
  submittedById: string | null
  carriedOutById: string | null
  reviewedById: string | null
}

/** Whose work a verb decides on; nobody judges what they entered, handed in or reported. */
export function authorsOf(verb: CommitmentVerb, row: Authors): (string | null)[] {
  if (verb === 'accept' || verb === 'return') return [row.enteredById, row.submittedById]
  if (verb === 'evaluate') return [row.enteredById, row.submittedById, row.carriedOutById]
  // Nor does whoever returned it rewrite it.
  return verb === 'edit' ? [row.reviewedById] : []
}

/** What the rulebook is asked about for a commitment, or for a village without a case. */
export function subjectOfCommitment(row: {
  countyId: string
  townshipId: string
  caseId: string | null
}): Subject {
  const { countyId, townshipId, caseId } = row
  return { countyId, townshipId, ...(caseId && { caseId }) }
}
