import type { Day } from '@/lib/dates'
import type { Move } from '@/lib/plans/moves'
import type { RuleMessage } from '@/lib/rule-message'

/**
 * The text sections of a plan beside problems and measures, as the official form has them:
 * 基本情况 · 成因综述 · 整顿目标 · 步骤安排 · 责任分工 · 保障措施.
 */
export const planSections = [
  'facts',
  'causes',
  'goals',
  'timetable',
  'responsibilities',
  'guarantees',
] as const

export type PlanSection = (typeof planSections)[number]

/**
 * `key` names the same problem or measure in every version of a plan; `problemIds` of a measure
 * are keys of problems.
 */
export type PlanProblem = {
  key: string
  kindCode: string
  title: string
  cause: string
  evidence: string
}

export type PlanMeasure = {
  key: string
  move: Move
  problemIds: readonly string[]
  title: string
  /** The verifiable target (目标). */
  target: string
  /** Responsible organisation, person and post by name; empty while not entered. */
  organisationName: string
  personName: string
  personPost: string
  startOn: Day | null
  dueOn: Day | null
}

export type PlanContent = {
  sections: Readonly<Record<PlanSection, string>>
  problems: readonly PlanProblem[]
  measures: readonly PlanMeasure[]
}

/** A message and the part of the plan that it is about, so that the screen can link to it. */
export type PlanMessage = RuleMessage & {
  about: { type: 'plan' | 'problem' | 'measure' | 'section'; key: string }
}

/** Keys of the problems that no measure is directed at, in the order of the plan. */
export function uncoveredProblems(plan: Pick<PlanContent, 'problems' | 'measures'>): string[] {
  const covered = new Set(plan.measures.flatMap((measure) => measure.problemIds))
  return plan.problems.map((problem) => problem.key).filter((key) => !covered.has(key))
}

/**
 * Everything that keeps a plan from being submitted (design, verb `submitPlan`; the article:
 * 明确目标、时限和责任人). On the plan: `planWithoutProblems`, `planWithoutMeasures`. On a problem:
 * `problemUncovered`. On a measure: `measureWithoutProblem`, `measureProblemUnknown`,
 * `measureTitleMissing`, `measureTargetMissing`,
 * `measureOrganisationMissing`, `measurePersonMissing`, `measureStartMissing`,
 * `measureDueMissing`, `measureStartAfterDue`.
 */
export function submitBlockers(plan: PlanContent): PlanMessage[] {
  const known = new Set(plan.problems.map((problem) => problem.key))
  return [
    ...(plan.problems.length === 0 ? [aboutPlan('planWithoutProblems')] : []),
    ...(plan.measures.length === 0 ? [aboutPlan('planWithoutMeasures')] : []),
    ...uncoveredProblems(plan).map((key) => ({
      code: 'problemUncovered',
      about: { type: 'problem' as const, key },
    })),
    ...plan.measures.flatMap((measure) =>
      measureCodes(measure, known).map((code) => ({
        code,
        about: { type: 'measure' as const, key: measure.key },
      })),
    ),
  ]
}

function aboutPlan(code: string): PlanMessage {
  return { code, about: { type: 'plan', key: '' } }
}

function measureCodes(measure: PlanMeasure, known: ReadonlySet<string>): string[] {
  const isBlank = (text: string) => text.trim() === ''
  const { startOn, dueOn } = measure
  return [
    measure.problemIds.length === 0 && 'measureWithoutProblem',
    measure.problemIds.some((key) => !known.has(key)) && 'measureProblemUnknown',
    isBlank(measure.title) && 'measureTitleMissing',
    isBlank(measure.target) && 'measureTargetMissing',
    isBlank(measure.organisationName) && 'measureOrganisationMissing',
    isBlank(measure.personName) && 'measurePersonMissing',
    startOn === null && 'measureStartMissing',
    dueOn === null && 'measureDueMissing',
    startOn !== null && dueOn !== null && startOn > dueOn && 'measureStartAfterDue',
  ].filter((code) => code !== false)
}

/**
 * What an officer should look at before submitting but may leave: `sectionEmpty`, and
 * `measureDueAfterBatchEnd` (with `due` and `end`) when a deadline lies after the batch's target
 * end. `batchEnd` null means the batch has none.
 */
export function planWarnings(plan: PlanContent, batchEnd: Day | null): PlanMessage[] {
  const empty = planSections.filter((section) => plan.sections[section].trim() === '')
  const late = plan.measures.flatMap(({ key, dueOn }) =>
    batchEnd !== null && dueOn !== null && dueOn > batchEnd
      ? [{ key, params: { due: dueOn, end: batchEnd } }]
      : [],
  )
  return [
    ...empty.map((key) => ({ code: 'sectionEmpty', about: { type: 'section' as const, key } })),
    ...late.map(({ key, params }) => ({
      code: 'measureDueAfterBatchEnd',
      params,
      about: { type: 'measure' as const, key },
    })),
  ]
}
