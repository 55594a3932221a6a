import type { Verb } from '@/lib/cases/workflow'
import type { Part } from './cast'

/*
 * Who may do what when, written out from design/lifecycle.md for the walk through every situation
 * of a case. No code of the product is used here.
 */

/** Where a case can stand; a stage more than once where its plan or its gate make a difference. */
export const situations = [
  'candidate',
  'planning',
  'planReview',
  'rectifying',
  'revisionDraft',
  'revisionSubmitted',
  'ready',
  'townshipAcceptance',
  'countyAcceptance',
  'consolidating',
  'closed',
  'notConfirmed',
] as const
export type Situation = (typeof situations)[number]

export type Walker = Part | 'township-2'

/** People who have the case in sight; for all others it does not exist (404). */
const inSight: readonly Walker[] = [
  'township',
  'township-2',
  'office',
  'office-2',
  'leader',
  'unlinked-leader',
  'helper',
  'team',
  'inspector',
]

const township: readonly Walker[] = ['township', 'township-2']
const office: readonly Walker[] = ['office', 'office-2']
const open = situations.filter((one) => one !== 'closed' && one !== 'notConfirmed')

type Row = {
  by: readonly Walker[]
  in: readonly Situation[]
  /** Refused all the same: their own work, or not their proposal. */
  not?: readonly Walker[]
  events: readonly string[]
}

export const table: Record<Verb, Row> = {
  // Proposed by `township`: only that organisation takes it back.
  withdrawProposal: {
    by: [...township, ...office],
    in: ['candidate'],
    not: office,
    events: ['proposalWithdrawn'],
  },
  confirm: { by: office, in: ['candidate'], events: ['caseConfirmed'] },
  decline: { by: office, in: ['candidate'], events: ['caseDeclined'] },
  submitPlan: { by: township, in: ['planning'], events: ['planSubmitted'] },
  withdrawPlan: { by: township, in: ['planReview'], events: ['planWithdrawn'] },
  returnPlan: { by: office, in: ['planReview'], events: ['planReturned'] },
  approvePlan: { by: office, in: ['planReview'], events: ['planApproved'] },
  revisePlan: { by: township, in: ['rectifying', 'ready'], events: ['planRevisionStarted'] },
  submitRevision: { by: township, in: ['revisionDraft'], events: ['planSubmitted'] },
  withdrawRevision: { by: township, in: ['revisionSubmitted'], events: ['planWithdrawn'] },
  abandonRevision: { by: township, in: ['revisionDraft'], events: ['planRevisionAbandoned'] },
  returnRevision: { by: office, in: ['revisionSubmitted'], events: ['planReturned'] },
  approveRevision: { by: office, in: ['revisionSubmitted'], events: ['planApproved'] },
  applyForAcceptance: { by: township, in: ['ready'], events: ['acceptanceApplied'] },
  // Applied for by `township`, passed on by `township-2`.
  passTownship: {
    by: township,
    in: ['townshipAcceptance'],
    not: ['township'],
    events: ['acceptancePassed'],
  },
  failTownship: {
    by: township,
    in: ['townshipAcceptance'],
    not: ['township'],
    events: ['acceptanceFailed'],
  },
  passCounty: { by: office, in: ['countyAcceptance'], events: ['acceptancePassed'] },
  failCounty: { by: office, in: ['countyAcceptance'], events: ['acceptanceFailed'] },
  resumeRectifying: { by: office, in: ['consolidating'], events: ['consolidationEnded'] },
  close: { by: office, in: ['consolidating'], events: ['caseClosed'] },
  pause: { by: office, in: open, events: ['casePaused'] },
  resume: { by: office, in: open, events: ['caseResumed'] },
  carryOver: {
    by: office,
    in: open.filter((one) => one !== 'candidate'),
    events: ['caseCarriedOver'],
  },
  annul: { by: office, in: ['planning', 'closed'], events: ['caseAnnulled'] },
}

/** Whether the rulebook lets someone who sees the case do this at all. */
export function mayEver(verb: Verb, who: Walker): boolean {
  return table[verb].by.includes(who)
}

/** What a verb must end with: 404 out of sight, 403 not theirs, 409 not now, or 200. */
export function expected(verb: Verb, who: Walker, situation: Situation, paused: boolean): number {
  const row = table[verb]
  if (!inSight.includes(who)) return 404
  if (!row.by.includes(who)) return 403
  if (!row.in.includes(situation)) return 409
  if (paused !== (verb === 'resume')) return 409
  return row.not?.includes(who) ? 403 : 200
}
