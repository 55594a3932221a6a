import type { Day } from '@/lib/dates'
import { missingRegulations } from '@/lib/regulations/rules'
import type { RuleMessage } from '@/lib/rule-message'
import type { CriterionCode, RuleSet } from '@/lib/rule-sets/schema'
import { type SurveyFacts, surveyGaps } from '@/lib/surveys/gate-lines'
import type { GateName } from './workflow'

/** Criteria of each gate (lifecycle.md, "Criteria by gate"), in the order they are shown. */
export const gateCriteria = {
  application: ['measuresDone', 'problemsVerified', 'leadingTeam', 'regulations', 'slotsFilled'],
  countyPass: [
    'measuresDone',
    'problemsVerified',
    'leadingTeam',
    'regulations',
    'slotsFilled',
    'commitments',
    'noticesClosed',
    'survey',
    'townshipAcceptance',
  ],
  closing: [
    'measuresDone',
    'problemsVerified',
    'leadingTeam',
    'regulations',
    'commitments',
    'noticesClosed',
    'survey',
    'townshipAcceptance',
    'countyAcceptance',
    'conflictFree',
    'consolidation',
  ],
} as const satisfies Record<GateName, readonly CriterionCode[]>

/** What the gates look at, read from the case as it stands. */
export type GateFacts = {
  measures: readonly { number: number; title: string; status: 'OPEN' | 'DONE' | 'CANCELLED' }[]
  problems: readonly {
    number: number
    title: string
    status: 'OPEN' | 'SOLVED' | 'VERIFIED'
    reportedById: string | null
    solvedById: string | null
    verifiedById: string | null
  }[]
  posts: readonly { title: string; holderName: string | null }[]
  reserveCadres: number
  /** Published commitments of the case, the beginning of each text. */
  commitments: readonly { level: string; position: string; title: string; evaluated: boolean }[]
  /** Notices signed and not at an end, as far as the viewer reads them; how many were signed at all. */
  notices: { signed: number; open: readonly { reference: string; title: string }[] }
  /** What the village has adopted, also what has ended since. */
  regulations: readonly { code: string; adoptedOn: Day; endedOn: Day | null }[]
  /** Standard slots (四个一) that nobody holds. */
  slotGaps: readonly string[]
  /** The last decided acceptance of each level; null when there is none. */
  townshipAcceptance: { passed: boolean; total: number } | null
  countyAcceptance: { passed: boolean; total: number; conflicts: readonly RuleMessage[] } | null
  consolidationUntil: Day | null
  /** The last closed round of each kind, and how many members and households the village has. */
  surveys: SurveyFacts
}

/** Where on the case something can be fixed. */
export type FixPlace =
  | 'measures'
  | 'problems'
  | 'village'
  | 'regulations'
  | 'responsibility'
  | 'commitments'
  | 'acceptance'
  | 'surveys'
  | 'notices'

export type GateItem = {
  code: CriterionCode
  /** `notUsed`: switched off in this batch's rule set; shown, never counted as passed. */
  state: 'holds' | 'missing' | 'excepted' | 'notUsed'
  /** Values of the criterion's own sentence (thresholds, counts). */
  params: Record<string, string | number>
  /** What is missing, one message each; keys of the messages namespace `gate`. */
  missing: readonly RuleMessage[]
  fix: FixPlace
}

type Check = (
  facts: GateFacts,
  ruleSet: RuleSet,
  today: Day,
) => Pick<GateItem, 'params' | 'missing'>

const checks: Record<CriterionCode, { fix: FixPlace; check: Check }> = {
  measuresDone: { fix: 'measures', check: measuresDone },
  problemsVerified: { fix: 'problems', check: problemsVerified },
  leadingTeam: { fix: 'village', check: leadingTeam },
  slotsFilled: { fix: 'responsibility', check: slotsFilled },
  townshipAcceptance: {
    fix: 'acceptance',
    check: (facts, ruleSet) =>
      accepted(facts.townshipAcceptance, ruleSet.criteria.townshipAcceptance.minScore),
  },
  countyAcceptance: {
    fix: 'acceptance',
    check: (facts, ruleSet) =>
      accepted(facts.countyAcceptance, ruleSet.criteria.countyAcceptance.minScore),
  },
  conflictFree: {
    fix: 'acceptance',
    check: (facts) => ({
      params: {},
      missing: facts.countyAcceptance?.conflicts ?? [{ code: 'noAcceptance' }],
    }),
  },
  consolidation: { fix: 'acceptance', check: consolidated },
  regulations: { fix: 'regulations', check: regulationsInForce },
  commitments: { fix: 'commitments', check: commitmentsEvaluated },
  noticesClosed: { fix: 'notices', check: noticesClosed },
  survey: {
    fix: 'surveys',
    check: ({ surveys }, { criteria }) => surveyGaps(surveys, criteria.survey),
  },
}

/**
 * The one function over the one list of criteria: every criterion of a gate, whether it holds,
 * and what is missing. `excepted` are codes excepted by a recorded meeting decision.
 */
export function gateItems(
  gate: GateName,
  facts: GateFacts,
  ruleSet: RuleSet,
  excepted: ReadonlySet<string>,
  today: Day,
): GateItem[] {
  return gateCriteria[gate].map((code) => {
    const { fix, check } = checks[code]
    if (!ruleSet.criteria[code].enabled) {
      return { code, state: 'notUsed' as const, params: {}, missing: [], fix }
    }
    const { params, missing } = check(facts, ruleSet, today)
    if (missing.length === 0) return { code, state: 'holds' as const, params, missing, fix }
    return {
      code,
      state: excepted.has(code) ? ('excepted' as const) : ('missing' as const),
      params,
      missing,
      fix,
    }
  })
}

/** Whether a gate opens: no criterion in use is missing. Nobody passes one that does not hold. */
export function gateOpens(items: readonly GateItem[]): boolean {
  return items.every((item) => item.state !== 'missing')
}

function measuresDone(facts: GateFacts) {
  const open = facts.measures.filter((measure) => measure.status === 'OPEN')
  const missing: RuleMessage[] = open.map(({ number, title }) => ({
    code: 'measureOpen',
    params: { number, title },
  }))
  if (facts.measures.length === 0) missing.push({ code: 'noMeasures' })
  return { params: { total: facts.measures.length, open: open.length }, missing }
}

function problemsVerified(facts: GateFacts) {
  const missing = facts.problems.flatMap((problem): RuleMessage[] => {
    const params = { number: problem.number, title: problem.title }
    if (problem.status === 'OPEN') return [{ code: 'problemOpen', params }]
    if (problem.status === 'SOLVED') return [{ code: 'problemUnverified', params }]
    const own = [problem.reportedById, problem.solvedById]
    return problem.verifiedById !== null && own.includes(problem.verifiedById)
      ? [{ code: 'problemSelfVerified', params }]
      : []
  })
  if (facts.problems.length === 0) missing.push({ code: 'noProblems' })
  return { params: { total: facts.problems.length, open: missing.length }, missing }
}

function leadingTeam(facts: GateFacts, ruleSet: RuleSet) {
  const required = ruleSet.criteria.leadingTeam.minReserves
  const missing: RuleMessage[] = facts.posts
    .filter((post) => post.holderName === null)
    .map((post) => ({ code: 'postVacant', params: { post: post.title } }))
  if (!facts.posts.some((post) => post.title === 'SECRETARY'))
    missing.push({ code: 'secretaryUnknown' })
  if (facts.reserveCadres < required) {
    missing.push({ code: 'reservesShort', params: { reserves: facts.reserveCadres, required } })
  }
  return { params: { reserves: facts.reserveCadres, required }, missing }
}

/** Every published commitment evaluated, and at least one of the secretary among them. */
function regulationsInForce(facts: GateFacts, ruleSet: RuleSet, today: Day) {
  const missing = missingRegulations(ruleSet.regulations, facts.regulations, today).map(
    (regulation): RuleMessage => ({ code: 'regulationMissing', params: { regulation } }),
  )
  return { params: { total: ruleSet.regulations.length }, missing }
}

function commitmentsEvaluated({ commitments }: GateFacts) {
  const open = commitments.filter(({ evaluated }) => !evaluated)
  const missing: RuleMessage[] = open.map(({ position, title }) => ({
    code: 'commitmentOpen',
    params: { position, title },
  }))
  if (!commitments.some(({ level }) => level === 'SECRETARY')) {
    missing.push({ code: 'noSecretaryCommitment' })
  }
  return { params: { total: commitments.length, open: open.length }, missing }
}

function noticesClosed({ notices }: GateFacts) {
  const missing = notices.open.map((params): RuleMessage => ({ code: 'noticeOpen', params }))
  return { params: { total: notices.signed, open: missing.length }, missing }
}

function slotsFilled(facts: GateFacts) {
  const missing = facts.slotGaps.map((slot) => ({ code: 'slotEmpty', params: { slot } }))
  return { params: { gaps: missing.length }, missing }
}

function accepted(result: { passed: boolean; total: number } | null, minScore: number) {
  if (!result) return { params: { minScore, total: 0 }, missing: [{ code: 'noAcceptance' }] }
  const params = { minScore, total: result.total }
  if (!result.passed) return { params, missing: [{ code: 'acceptanceFailed' }] }
  return { params, missing: result.total < minScore ? [{ code: 'scoreBelow', params }] : [] }
}

function consolidated(facts: GateFacts, ruleSet: RuleSet, today: Day) {
  const params = { months: ruleSet.criteria.consolidation.months }
  const until = facts.consolidationUntil
  const missing: RuleMessage[] =
    until === null
      ? [{ code: 'notConsolidating' }]
      : today < until
        ? [{ code: 'consolidatingUntil', params: { until } }]
        : []
  return { params, missing }
}
