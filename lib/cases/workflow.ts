import type { Permission } from '@/lib/access/policy'
import type { CaseOrigin, Stage } from '@/prisma/generated/enums'

/** Which list of criteria must hold before a verb passes (lifecycle.md, "Criteria by gate"). */
export type GateName = 'application' | 'countyPass' | 'closing'

/** One row of the state machine. `to: 'same'` keeps the stage; `'before'` returns to an earlier one. */
type Transition = {
  from: readonly Stage[]
  to: Stage | 'same' | 'before'
  may: Permission
  gate?: GateName
  /** Works on a paused case. Everything else waits until it is resumed. */
  whilePaused?: true
}

const openStages = [
  'CANDIDATE',
  'PLANNING',
  'PLAN_REVIEW',
  'RECTIFYING',
  'TOWNSHIP_ACCEPTANCE',
  'COUNTY_ACCEPTANCE',
  'CONSOLIDATING',
] as const satisfies readonly Stage[]
const listedOpenStages = openStages.filter((stage) => stage !== 'CANDIDATE')

/**
 * The state machine of a case, one row per verb (lifecycle.md, "Verbs of a case"), read by the
 * server and the action bar alike. `propose` makes a case and therefore stands outside it.
 */
export const transitions = {
  withdrawProposal: { from: ['CANDIDATE'], to: 'NOT_CONFIRMED', may: 'case.withdrawProposal' },
  confirm: { from: ['CANDIDATE'], to: 'PLANNING', may: 'case.confirm' },
  decline: { from: ['CANDIDATE'], to: 'NOT_CONFIRMED', may: 'case.decline' },
  submitPlan: { from: ['PLANNING'], to: 'PLAN_REVIEW', may: 'plan.submit' },
  withdrawPlan: { from: ['PLAN_REVIEW'], to: 'PLANNING', may: 'plan.withdraw' },
  returnPlan: { from: ['PLAN_REVIEW'], to: 'PLANNING', may: 'plan.review' },
  approvePlan: { from: ['PLAN_REVIEW'], to: 'RECTIFYING', may: 'plan.review' },
  revisePlan: { from: ['RECTIFYING'], to: 'same', may: 'plan.revise' },
  submitRevision: { from: ['RECTIFYING'], to: 'same', may: 'plan.submit' },
  withdrawRevision: { from: ['RECTIFYING'], to: 'same', may: 'plan.withdraw' },
  abandonRevision: { from: ['RECTIFYING'], to: 'same', may: 'plan.revise' },
  returnRevision: { from: ['RECTIFYING'], to: 'same', may: 'plan.review' },
  approveRevision: { from: ['RECTIFYING'], to: 'same', may: 'plan.review' },
  applyForAcceptance: {
    from: ['RECTIFYING'],
    to: 'TOWNSHIP_ACCEPTANCE',
    may: 'acceptance.apply',
    gate: 'application',
  },
  passTownship: {
    from: ['TOWNSHIP_ACCEPTANCE'],
    to: 'COUNTY_ACCEPTANCE',
    may: 'acceptance.township',
  },
  failTownship: { from: ['TOWNSHIP_ACCEPTANCE'], to: 'RECTIFYING', may: 'acceptance.township' },
  passCounty: {
    from: ['COUNTY_ACCEPTANCE'],
    to: 'CONSOLIDATING',
    may: 'acceptance.county',
    gate: 'countyPass',
  },
  failCounty: { from: ['COUNTY_ACCEPTANCE'], to: 'RECTIFYING', may: 'acceptance.county' },
  resumeRectifying: { from: ['CONSOLIDATING'], to: 'RECTIFYING', may: 'case.resumeRectifying' },
  close: { from: ['CONSOLIDATING'], to: 'CLOSED', may: 'case.close', gate: 'closing' },
  pause: { from: openStages, to: 'same', may: 'case.pause' },
  resume: { from: openStages, to: 'same', may: 'case.pause', whilePaused: true },
  carryOver: { from: listedOpenStages, to: 'same', may: 'case.carryOver' },
  annul: { from: ['PLANNING', 'CLOSED'], to: 'before', may: 'case.annul' },
} as const satisfies Record<string, Transition>

export type Verb = keyof typeof transitions

export const verbs = Object.keys(transitions) as Verb[]

/** The row of a verb, widened so that optional columns can be asked for. */
export function transitionOf(verb: Verb): Transition {
  return transitions[verb]
}

/** Whether the stage (and a pause) lets a verb happen at all; the rulebook and gates come on top. */
export function stageAllows(verb: Verb, kase: { stage: Stage; paused: boolean }): boolean {
  const row = transitionOf(verb)
  if (!row.from.includes(kase.stage)) return false
  if (verb === 'pause') return !kase.paused
  if (verb === 'resume') return kase.paused
  return !kase.paused || row.whilePaused === true
}

/**
 * Stage after a verb. An annulled confirmation ends unconfirmed, an annulled closing consolidates
 * again; a historical case was never anything but closed, so annulling it unlists it.
 */
export function stageAfter(verb: Verb, stage: Stage, origin: CaseOrigin = 'REGULAR'): Stage {
  const { to } = transitionOf(verb)
  if (to === 'same') return stage
  if (to !== 'before') return to
  return stage === 'CLOSED' && origin === 'REGULAR' ? 'CONSOLIDATING' : 'NOT_CONFIRMED'
}

/** Stages in which a case counts as open: its village cannot be proposed again. */
export function isOpen(stage: Stage): boolean {
  return stage !== 'CLOSED' && stage !== 'NOT_CONFIRMED'
}

/** Stages in which a case is listed in a batch: candidates and declined ones never count. */
export function isListed(stage: Stage): boolean {
  return stage !== 'CANDIDATE' && stage !== 'NOT_CONFIRMED'
}

/** Transformed (已转化) means CLOSED; every other listed case counts as being rectified. */
export function isTransformed(stage: Stage): boolean {
  return stage === 'CLOSED'
}
