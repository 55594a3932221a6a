import { z } from 'zod'
import { moves } from '@/lib/plans/moves'
import { problemCategories } from '@/lib/problem-kinds/schema'
import { regulationCodes } from '@/lib/regulations/codes'
import { defaultAppraisal, defaultWatchList } from './appraisal-defaults'
import { appraisalRules, watchRules } from './appraisal-rules'
import { discussionLines } from './discussion-lines'
import { contentOf } from './form'
import { noticePrefixes } from './notice-prefixes'
import { surveyLines } from './survey-lines'

/**
 * The steps of a decision chain in the order they are taken: 村自查 · 乡镇党委会研究 · 部门联审 ·
 * 县领导带队核查 · 部务会 · 县委常委会审定 · 报市委组织部备案 · 印发通知、交办问题清单 (policy).
 */
export const decisionSteps = [
  'VILLAGE_SELF_CHECK',
  'TOWNSHIP_COMMITTEE',
  'JOINT_REVIEW',
  'COUNTY_LEADER_CHECK',
  'DEPARTMENT_MEETING',
  'STANDING_COMMITTEE',
  'PREFECTURE_FILING',
  'NOTICE_ISSUED',
] as const

export type DecisionStep = (typeof decisionSteps)[number]

/** What carries a light. Each has its own yellow threshold in the rule set. */
export const lightSubjects = [
  'measure',
  'plan',
  'planReview',
  'acceptance',
  'extension',
  'candidate',
  'followUp',
  'notice',
] as const

export type LightSubject = (typeof lightSubjects)[number]

/** Every criterion of the gates (design, "Criteria by gate"). */
export const criterionCodes = [
  'measuresDone',
  'problemsVerified',
  'leadingTeam',
  'regulations',
  'slotsFilled',
  'commitments',
  'noticesClosed',
  'townshipAcceptance',
  'countyAcceptance',
  'conflictFree',
  'consolidation',
  'survey',
] as const

export type CriterionCode = (typeof criterionCodes)[number]

const count = (min: number, max: number) => z.int().min(min).max(max)
const score = z.number().min(0).max(100)
const title = z.strictObject({ zh: z.string().min(1).max(100), en: z.string().min(1).max(200) })
const isUnique = (values: readonly unknown[]) => new Set(values).size === values.length
const ascends = (values: readonly number[]) =>
  values.every((value, index) => index === 0 || value > (values[index - 1] ?? value))

const chain = z
  .array(z.enum(decisionSteps))
  .refine(isUnique, 'stepRepeated')
  .refine((steps) => ascends(steps.map((step) => decisionSteps.indexOf(step))), 'stepsOutOfOrder')
  .readonly()

const onOff = { enabled: z.boolean(), available: z.boolean() }
const plain = z.strictObject(onOff).readonly()

/**
 * A criterion counts only where it is `enabled`. `available` says that its area exists: it can
 * neither be claimed for an area that is not built nor be enabled without it, so that nothing is
 * ever silently passed.
 */
const criteria = z
  .strictObject({
    measuresDone: plain,
    problemsVerified: plain,
    leadingTeam: z.strictObject({ ...onOff, minReserves: count(0, 20) }).readonly(),
    regulations: plain,
    slotsFilled: plain,
    commitments: plain,
    noticesClosed: plain,
    survey: z.strictObject({ ...onOff, ...surveyLines }).readonly(),
    townshipAcceptance: z.strictObject({ ...onOff, minScore: score }).readonly(),
    countyAcceptance: z.strictObject({ ...onOff, minScore: score }).readonly(),
    conflictFree: plain,
    consolidation: z.strictObject({ ...onOff, months: count(0, 24) }).readonly(),
  } satisfies Record<CriterionCode, z.ZodType>)
  .superRefine((criteria, context) => {
    for (const code of criterionCodes) {
      const { enabled, available } = criteria[code]
      if (enabled && !available) {
        const message = 'criterionNotAvailable'
        context.addIssue({ code: 'custom', path: [code, 'enabled'], message })
      }
    }
  })
  .readonly()

/** How long before the due day a light turns yellow, in calendar or working days. */
const threshold = z
  .strictObject({ before: count(0, 365), unit: z.enum(['DAYS', 'WORKING_DAYS']) })
  .readonly()

/** Every how many months a contact with the village is expected; each divides a year. */
export const contactMonths = [1, 2, 3, 4, 6, 12] as const
const everyMonths = z.union(contactMonths.map((months) => z.literal(months)))

/**
 * Yearly office funds by population, from the most populous tier down: each holds from its `from` up
 * to the next larger one, the last from 0; a village without collective income gets the supplement
 * (空壳村). Amounts are the article's: 1.7万、1.6万、1.5万元 and 2000元; it names no cut points (policy).
 */
const funds = z
  .strictObject({
    tiers: z
      .array(z.strictObject({ from: count(0, 500_000), yuan: count(0, 10_000_000) }).readonly())
      .min(1)
      .max(10)
      .refine((tiers) => ascends(tiers.map((tier) => -tier.from)), 'tiersOutOfOrder')
      .refine((tiers) => tiers.at(-1)?.from === 0, 'tiersLeaveGap')
      .readonly(),
    supplement: count(0, 10_000_000),
  })
  .readonly()

const usualFunds = {
  tiers: [
    { from: 4_000, yuan: 17_000 },
    { from: 2_000, yuan: 16_000 },
    { from: 0, yuan: 15_000 },
  ],
  supplement: 2_000,
}

const scoreItem = z
  .strictObject({
    code: z.string().regex(/^[a-z]+([A-Z][a-z]+)*$/),
    move: z.enum(moves),
    category: z.enum(problemCategories),
    title: title.readonly(),
    max: count(1, 100),
  })
  .readonly()

const grade = z
  .strictObject({
    code: z.enum(['EXCELLENT', 'GOOD', 'PASS', 'FAIL']),
    title: title.readonly(),
    from: score,
  })
  .readonly()

/**
 * The sheet of an acceptance: items of together 100 points, and grades as half-open intervals
 * from the best down, each from its `from` up to the next better one; the last starts at 0.
 */
const scoreSheet = z
  .strictObject({
    items: z
      .array(scoreItem)
      .min(1)
      .refine((items) => isUnique(items.map((item) => item.code)), 'itemRepeated')
      .refine((items) => items.reduce((sum, item) => sum + item.max, 0) === 100, 'sheetNotHundred')
      .readonly(),
    grades: z
      .array(grade)
      .min(2)
      .refine((grades) => isUnique(grades.map((entry) => entry.code)), 'gradeRepeated')
      .refine((grades) => ascends(grades.map((entry) => -entry.from)), 'gradesOutOfOrder')
      .refine((grades) => grades.at(-1)?.from === 0, 'gradesLeaveGap')
      .readonly(),
  })
  .readonly()

/**
 * The rule set of a batch: everything in which counties differ (marked "policy" in the domain).
 * Versioned; a batch keeps the version it was opened with and results are frozen against it.
 * Refusals are codes. `service` is in working days, `planDraftDays` in calendar days from
 * confirmation, `followUpMonths` in months from closing, `reviewers` the least number of members
 * of an acceptance team; an extension cap of 0 means none is granted.
 */
export const ruleSetSchema = z
  .strictObject({
    version: count(1, 9999),
    title: z.string().trim().min(1).max(100),
    decisions: z.strictObject({ confirmation: chain, closing: chain }).readonly(),
    criteria,
    extensions: z
      .strictObject({ maxPerMeasure: count(0, 10), maxTotalDays: count(0, 730) })
      .readonly(),
    lights: z
      .strictObject({
        measure: threshold,
        plan: threshold,
        planReview: threshold,
        acceptance: threshold,
        extension: threshold,
        candidate: threshold,
        followUp: threshold,
        /** Rule sets of before have none written: like the other letters. */
        notice: threshold.default({ before: 3, unit: 'WORKING_DAYS' }),
      } satisfies Record<LightSubject, z.ZodType>)
      .readonly(),
    service: z
      .strictObject({
        planReview: count(1, 120),
        acceptance: count(1, 120),
        extension: count(1, 120),
        candidate: count(1, 120),
      })
      .readonly(),
    /** Rule sets of before have none written: county leader once a quarter, helper unit once a month. */
    contactRhythm: z
      .strictObject({ countyLeader: everyMonths, helperUnit: everyMonths })
      .readonly()
      .default({ countyLeader: 3, helperUnit: 1 }),
    /** Rule sets of before have none written: the article's amounts. */
    funds: funds.default(usualFunds),
    /** What a village must have; rule sets of before have none written: everything the article names. */
    regulations: z
      .array(z.enum(regulationCodes))
      .refine(isUnique, 'regulationRepeated')
      .readonly()
      .default([...regulationCodes]),
    fourDiscussions: discussionLines,
    noticePrefixes,
    planDraftDays: count(1, 365),
    followUpMonths: z
      .array(count(1, 60))
      .min(1)
      .refine((months) => ascends(months), 'monthsOutOfOrder')
      .readonly(),
    scoreSheet,
    reviewers: z.strictObject({ townshipTeam: count(1, 20), countyTeam: count(1, 20) }).readonly(),
    /** Rule sets of before have none written: the usual catalogues and thresholds. */
    appraisal: appraisalRules.default(defaultAppraisal),
    watchList: watchRules.default(defaultWatchList),
  })
  .readonly()

export type RuleSet = z.infer<typeof ruleSetSchema>

/**
 * The same from its form, whose field names are the paths of the rule set: refusals land by their
 * fields. The version is given by the command.
 */
export const ruleSetFormInput = z.object({ ruleSet: z.preprocess(contentOf, ruleSetSchema) })

/**
 * What a new version starts from: criteria whose area has been built since the old one can be
 * switched on; they stay off until somebody does.
 */
export function withBuilt(rules: RuleSet): RuleSet {
  const criteria = Object.fromEntries(
    Object.entries(rules.criteria).map(([code, criterion]) => [
      code,
      { ...criterion, available: true },
    ]),
  )
  return parseRuleSet({ ...rules, criteria })
}

/** Reads a stored rule set: checked and frozen through and through. Throws `ZodError`. */
export function parseRuleSet(value: unknown): RuleSet {
  return ruleSetSchema.parse(value)
}
