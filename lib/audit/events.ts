import type { Day } from '@/lib/dates'
import type { AccountEvents } from './account-events'
import type { AppraisalEvents } from './appraisal-events'
import type { CheckEvents } from './check-events'
import type { NoticeEvents } from './notice-events'
import type { ReminderEvents } from './reminder-events'
import type { RoundEvents } from './round-events'
import type { SurveyEvents } from './survey-events'

/** Before and after of fields that a list or report shows, so that any past day can be rebuilt. */
export type Changes = Record<string, readonly [before: unknown, after: unknown]>

/** Areas whose events stand in a file of their own. */
type Elsewhere = AccountEvents &
  AppraisalEvents &
  CheckEvents &
  NoticeEvents &
  ReminderEvents &
  RoundEvents &
  SurveyEvents

/**
 * What an event says, by kind. Texts a person wrote (reasons, progress) are part of it; 内部
 * content never is: it enters as a salted hash (`internalHash`). `describe.ts` alone turns these
 * into sentences.
 */
export type EventDetails = Elsewhere & {
  // A case
  caseProposed: {
    village: string
    villageCode: string
    findings: { kind: string; title: string }[]
    relapse: boolean
  }
  proposalWithdrawn: { reason: string }
  caseConfirmed: {
    batch: string
    batchNumber: number
    steps: { step: string; decidedOn: Day; documentNo: string }[]
    problems: number
  }
  caseDeclined: { reason: string }
  historicalCaseEntered: {
    village: string
    villageCode: string
    batch: string
    sourceDocument: string
    confirmedOn: Day
    closedOn: Day
  }
  relapseLinked: { laterCaseId: string }
  casePaused: { reason: string }
  caseResumed: { pausedDays: number }
  caseCarriedOver: { from: string; to: string; decision: string }
  caseAnnulled: { reason: string; decision: string }
  villageFactsChanged: { village: string }
  postHolderChanged: {
    village: string
    post: string
    before: string | null
    after: string | null
    fromOn: Day
  }
  reserveCadreAdded: { village: string; name: string; fromOn: Day }
  regulationAdopted: {
    village: string
    code: string
    title: string
    document: string
    adoptedOn: Day
  }
  regulationRepealed: { village: string; code: string; title: string; on: Day; reason: string }
  reserveCadreLeft: { village: string; name: string; toOn: Day; promotedTo: string | null }
  caseMovedToSuccessor: { village: string; successor: string; documentNo: string }
  decisionRecorded: {
    purpose: string
    step: string | null
    body: string
    decidedOn: Day
    documentNo: string
  }
  // Problems
  problemAdded: { number: number; title: string; kind: string }
  problemChanged: { number: number; title: string }
  problemSolved: { number: number; title: string; solution: string }
  problemVerified: { number: number; title: string; verification: string }
  problemReopened: { number: number; title: string; reason: string }
  // Plan and measures
  planDrafted: { number: number }
  planRevisionStarted: { number: number; reason: string }
  planRevisionAbandoned: { number: number; reason: string }
  planSubmitted: { number: number; measures: number; problems: number }
  planWithdrawn: { number: number }
  planReturned: { number: number; reason: string }
  planApproved: {
    number: number
    recordNo: string
    added: number
    changed: number
    cancelled: number
  }
  progressAdded: { measure: number; title: string; percent: number; text: string }
  progressUnchanged: { measure: number; title: string; meetingOn: Day }
  measureDone: { measure: number; title: string; text: string }
  measureReopened: { measure: number; title: string; reason: string }
  extensionAsked: { measure: number; title: string; oldDueOn: Day; newDueOn: Day; reason: string }
  extensionWithdrawn: { measure: number; title: string; newDueOn: Day }
  extensionGranted: { measure: number; title: string; oldDueOn: Day; newDueOn: Day; note: string }
  extensionRefused: { measure: number; title: string; newDueOn: Day; note: string }
  // Responsibility
  assignmentMade: { slot: string; holder: string }
  assignmentReplaced: { slot: string; from: string; to: string; handoverNote: string }
  assignmentEnded: { slot: string; holder: string; reason: string }
  dutiesSet: { slot: string; text: string }
  measureHandedOver: {
    measure: number
    title: string
    from: string
    to: string
    handoverNote: string
  }
  taskHandedOver: { task: string; from: string; to: string; handoverNote: string }
  seatHandedOver: { level: string; round: number; from: string; to: string; handoverNote: string }
  // Acceptance, closing, follow-up
  acceptanceApplied: { round: number }
  acceptanceTeamFormed: { level: string; round: number; members: string[] }
  acceptancePassed: { level: string; round: number; total: number; grade: string }
  acceptanceFailed: { level: string; round: number; total: number | null; reason: string }
  exceptionRecorded: { criterion: string; body: string; documentNo: string; reason: string }
  consolidationEnded: { reason: string }
  caseClosed: { number: string; basis: string; signers: string[]; exceptions: string[] }
  followUpRecorded: { month: number; result: string; text: string }
  filedAtPrefecture: { number: string; filedOn: Day }
  // Visits
  visitLogged: { visitId: string; contact: string; text: string; settled: string; task: string }
  visitChanged: { visitId: string; contact: string; text: string }
  visitWithdrawn: { visitId: string; contact: string; reason: string }
  visitTaskDone: { visitId: string; task: string; text: string }
  residenceEntered: { month: string; days: number }
  // Work records
  recordLogged: RecordTold & { text: string }
  recordChanged: RecordTold & { text: string }
  recordWithdrawn: RecordTold & { reason: string }
  projectResultAdded: {
    recordId: string
    title: string
    year: number
    income: number | null
    text: string
  }
  // Coordination requests and leaders' instructions
  coordinationRaised: { title: string; request: string }
  coordinationRouted: { title: string; department: string; dueOn: Day; note: string }
  coordinationDeclined: { title: string; reason: string }
  coordinationAnswered: { title: string; department: string; text: string }
  coordinationSettled: { title: string; text: string }
  coordinationReturned: { title: string; reason: string }
  coordinationWithdrawn: { title: string; reason: string }
  instructionRecorded: {
    leader: string
    organisation: string
    givenOn: Day
    dueOn: Day | null
    text: string
  }
  instructionAnswered: { leader: string; organisation: string; givenOn: Day; text: string }
  instructionReturned: {
    leader: string
    organisation: string
    givenOn: Day
    dueOn: Day | null
    reason: string
  }
  // Commitments: by position, never by name
  commitmentDrafted: CommitmentTold & { text: string; dueOn: Day }
  commitmentChanged: CommitmentTold & { text: string }
  commitmentAccepted: CommitmentTold & { note: string }
  commitmentReturned: CommitmentTold & { reason: string }
  commitmentPublished: CommitmentTold & { text: string; dueOn: Day }
  commitmentWithdrawn: CommitmentTold & { reason: string }
  commitmentCarriedOut: CommitmentTold & { text: string }
  commitmentEvaluated: CommitmentTold & { result: string; reason: string }
  commitmentPageSwitched: { on: boolean; commitments: number }
  // Papers
  attachmentAdded: { subject: string; name: string; sha256: string; bytes: number }
  attachmentRead: { name: string }
  internalNoteRecorded: { subject: string; field: string; internalHash: string; salt: string }
  caseFileRead: { reason: string }
  // Batches, directory, accounts
  batchCreated: {
    number: number
    name: string
    year: number
    startOn: Day
    targetEndOn: Day
    ruleSet: number
  }
  batchChanged: { number: number; name: string }
  ledgerExported: { batch: string; rows: number; sha256: string }
  ledgerImported: {
    batch: string
    file: string
    sha256: string
    historical: number
    candidates: number
    leftOut: number
  }
  meetingCalled: { heldOn: Day }
  meetingCancelled: { heldOn: Day }
  documentPublished: { title: string; documentNo: string; edition: number }
  documentRepealed: { title: string; on: Day; reason: string }
  ruleSetCreated: { version: number; title: string }
  directoryImported: { townships: number; villages: number; file: string }
  calendarChanged: { year: number; holidays: number; workdays: number }
  villageChanged: { village: string; code: string }
  villageRenamed: { village: string; name: string; effectiveOn: Day; documentNo: string }
  villageCodeChanged: { village: string; code: string; effectiveOn: Day; documentNo: string }
  villageMerged: { village: string; successor: string; effectiveOn: Day; documentNo: string }
  villageSplit: {
    village: string
    name: string
    code: string
    effectiveOn: Day
    documentNo: string
  }
}

/** Which commitment an event tells of, and whose it is by position. */
type CommitmentTold = { commitmentId: string; level: string; position: string }

/** Which record an event tells of, and what its typed fields say (lib/records/telling.ts). */
type RecordTold = {
  recordId: string
  record: string
  what: string
  of: string
  posts: { title: string; before: string | null; after: string | null }[]
  year: number
  count: number
  money: number
}

export type EventKind = keyof EventDetails

/** One event to record: its kind, what it says, and what changed. */
export type NewEvent = {
  [K in EventKind]: {
    kind: K
    details: EventDetails[K]
    changes?: Changes
    internal?: boolean
    occurredOn?: Day
  }
}[EventKind]

/** Where an event belongs: a case's own chain, or a chain of its county. */
export type Chain =
  | { caseId: string; countyId: string; townshipId: string }
  | { batchId: string; countyId: string }
  | { villageId: string; countyId: string; townshipId: string }
  | { accountsOf: string }
  | { roundId: string; countyId: string }
  /** Of a spot check, outside the case it may belong to. */
  | { spotCheckId: string; countyId: string }
  /** Of a notice about no case; `townshipId` where it is about a village. */
  | { noticeId: string; countyId: string; townshipId: string | null }
