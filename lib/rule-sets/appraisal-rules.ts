import { z } from 'zod'
import { formalismOf } from './formalism'

/** What can be computed from recorded facts, and for whom. Each is `counted of all`. */
export const formulaKinds = {
  /** Measures due in the period: done by their day. */
  measuresOnTime: ['TOWNSHIP', 'HELPER_UNIT'],
  /** Cases whose batch was to end in the period: closed by that day. */
  casesOnTime: ['TOWNSHIP'],
  /** Problems of cases closed or to be closed in the period: verified. */
  problemsVerified: ['TOWNSHIP'],
  /** The four standard slots (四个一) of the cases open at the end: filled. */
  slotsFilled: ['TOWNSHIP'],
  /** Published commitments due in the period: kept. */
  commitmentsKept: ['TOWNSHIP'],
  /** Follow-ups due in the period: done by their day. */
  followUpsOnTime: ['TOWNSHIP'],
  /** Leaders' instructions due in the period: answered by their day. */
  instructionsOnTime: ['TOWNSHIP', 'HELPER_UNIT'],
  /** Coordination requests due in the period: answered by their day. */
  requestsOnTime: ['HELPER_UNIT'],
  /** Supervision notices due in the period: replied to by their day. */
  noticesOnTime: ['TOWNSHIP', 'HELPER_UNIT'],
  /** Contacts with paired villages that the rule set's rhythm expects: had. */
  contactsKept: ['HELPER_UNIT'],
  /** Valid ballots of published surveys: satisfied. */
  satisfaction: ['TOWNSHIP', 'HELPER_UNIT'],
} as const

export type Formula = keyof typeof formulaKinds
export type AppraisedKind = 'TOWNSHIP' | 'HELPER_UNIT'

const formulas = Object.keys(formulaKinds) as [Formula, ...Formula[]]

/** The formulas that apply to townships, or to helper units. */
export function formulasOf(kind: AppraisedKind): Formula[] {
  return formulas.filter((name) => {
    const kinds: readonly AppraisedKind[] = formulaKinds[name]
    return kinds.includes(kind)
  })
}

const count = (min: number, max: number) => z.int().min(min).max(max)
const isUnique = (values: readonly unknown[]) => new Set(values).size === values.length
const title = z.strictObject({ zh: z.string().min(1).max(100), en: z.string().min(1).max(200) })

const indicator = z
  .strictObject({
    code: z.string().regex(/^[a-z]+([A-Z][a-z]+)*$/),
    title: title.readonly(),
    formula: z.enum(formulas),
    weight: count(1, 100),
    source: z.string().trim().min(1).max(200),
  })
  .readonly()

export type Indicator = z.infer<typeof indicator>

/** The lint comes first and sees what was written, whatever else is wrong with it. */
const linted = z.unknown().superRefine((value, context) => {
  const kind = formalismOf(typeof value === 'object' && value !== null ? value : {})
  if (!kind) return
  context.addIssue({
    code: 'custom',
    path: ['title', 'zh'],
    message: 'indicatorFormalism',
    params: { code: 'indicatorFormalism', kind },
  })
})

const catalogue = (kind: AppraisedKind) =>
  z
    .array(linted.pipe(indicator))
    .min(1)
    .max(40)
    .refine((all) => isUnique(all.map(({ code }) => code)), 'indicatorRepeated')
    .refine((all) => all.reduce((sum, { weight }) => sum + weight, 0) === 100, 'weightsNotHundred')
    .refine(
      (all) => all.every(({ formula }) => formulasOf(kind).includes(formula)),
      'formulaElsewhere',
    )
    .readonly()

const band = z
  .strictObject({
    code: z.enum(['EXCELLENT', 'GOOD', 'PASS', 'FAIL']),
    title: title.readonly(),
    from: z.int().min(0).max(100),
  })
  .readonly()

export type Band = z.infer<typeof band>

/**
 * The yearly appraisal: two catalogues of together 100 each, and grades as half-open intervals from
 * the best down. `recheckPercent` of an indicator's full score between self-score and computed score
 * asks for a recheck; `appealDays` are calendar days from the announcement.
 */
export const appraisalRules = z
  .strictObject({
    selfScore: z.boolean(),
    recheckPercent: count(1, 100),
    appealDays: count(1, 60),
    township: catalogue('TOWNSHIP'),
    helperUnit: catalogue('HELPER_UNIT'),
    bands: z
      .array(band)
      .min(2)
      .refine((all) => isUnique(all.map(({ code }) => code)), 'gradeRepeated')
      .refine(
        (all) => all.every((one, index) => index === 0 || one.from < (all[index - 1]?.from ?? 0)),
        'gradesOutOfOrder',
      )
      .refine((all) => all.at(-1)?.from === 0, 'gradesLeaveGap')
      .readonly(),
  })
  .readonly()

export type AppraisalRules = z.infer<typeof appraisalRules>

/** The rules by which the machine proposes organisations for the key register. */
export const watchRuleCodes = ['overdueShare', 'unansweredNotices', 'lowSatisfaction'] as const

const enabled = z.boolean()
const percent = count(1, 100)

/**
 * `percent` and more of the open measures overdue, of at least `least`; `count` notices and more past
 * their day without a reply; fewer than `percent` of the valid ballots satisfied. What was declined
 * is not proposed again for `restDays`.
 */
export const watchRules = z
  .strictObject({
    overdueShare: z.strictObject({ enabled, percent, least: count(1, 100) }).readonly(),
    unansweredNotices: z.strictObject({ enabled, count: count(1, 100) }).readonly(),
    lowSatisfaction: z.strictObject({ enabled, percent }).readonly(),
    restDays: count(0, 365),
  })
  .readonly()

export type WatchRules = z.infer<typeof watchRules>
