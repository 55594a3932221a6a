import type { Day } from '@/lib/dates'

/** The period, and up to which day its facts are complete: a day that is not over counts for nobody. */
export type Period = { from: Day; to: Day; asOf: Day }

/** Whose fact it is: the township of its case, and the organisation it was given to. */
type Owned = { id: string; caseId: string | null; townshipId: string; village: string }
type Due = { dueOn: Day; doneOn: Day | null }

export type MeasureFact = Owned &
  Due & {
    number: number
    title: string
    open: boolean
    paused: boolean
    organisationId: string | null
    /** Given to a department: the helper unit's own, not the township's. */
    ofDepartment: boolean
  }
export type CaseFact = Owned & {
  batch: string
  targetEndOn: Day
  confirmedOn: Day
  closedOn: Day | null
  pauses: readonly { from: Day; to: Day | null }[]
}
export type ProblemFact = Owned & { number: number; title: string; verified: boolean }
export type AssignmentFact = {
  id: string
  caseId: string
  slot: string
  organisationId: string | null
  holder: string
  fromOn: Day
  toOn: Day | null
}
export type CommitmentFact = Owned & { position: string; dueOn: Day; result: string | null }
export type FollowUpFact = Owned & Due & { month: number }
export type LetterFact = Owned & Due & { title: string; organisationId: string }
export type ContactFact = { caseId: string; organisationId: string; day: Day }
/** A published survey of a case: how many of its valid ballots were satisfied. */
export type SurveyFact = Owned & { closedOn: Day; satisfied: number; valid: number; title: string }

/** Everything an appraisal of one county is computed from. */
export type Facts = {
  cases: readonly CaseFact[]
  measures: readonly MeasureFact[]
  problems: readonly ProblemFact[]
  assignments: readonly AssignmentFact[]
  commitments: readonly CommitmentFact[]
  followUps: readonly FollowUpFact[]
  instructions: readonly LetterFact[]
  requests: readonly LetterFact[]
  notices: readonly LetterFact[]
  contacts: readonly ContactFact[]
  surveys: readonly SurveyFact[]
}

/** An organisation that is appraised: a township has its township's cases, a helper unit its paired ones. */
export type Appraised = {
  id: string
  name: string
  kind: 'TOWNSHIP' | 'HELPER_UNIT'
  townshipId: string | null
}

/**
 * One line of the list behind a figure: it adds `counts` to the numerator and `of` to the denominator.
 * The other fields say what that rests on, so that anybody can count again.
 */
export type Item = {
  kind: string
  id: string
  caseId: string | null
  village: string
  label: string
  counts: number
  of: number
  dueOn?: Day
  doneOn?: Day | null
  result?: string | null
  filled?: readonly string[]
  expected?: readonly string[]
  met?: readonly string[]
}

/** 包保 of one case: who was bound to it, and whether they stayed until it was closed. */
export type Binding = {
  caseId: string
  village: string
  slot: 'HELPER_UNIT' | 'WORK_TEAM'
  holder: string
  from: Day
  to: Day | null
  standing: 'HELD' | 'RELEASED' | 'REPLACED'
}

/** Who headed an organisation, from–to within the period. */
export type Head = { name: string; post: string; from: Day; to: Day }
