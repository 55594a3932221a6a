import type { AppraisalRules, Indicator } from '@/lib/rule-sets/appraisal-rules'
import type { Appraised, Binding, Facts, Item, Period } from './facts'
import { casesOf, itemsOf } from './formulas'
import { gradeOf, scoresOf } from './score'

export type ComputedValue = {
  code: string
  formula: string
  position: number
  weight: number
  numerator: number
  denominator: number
  effective: number
  score: number | null
  items: Item[]
}

export type ComputedSheet = {
  who: Appraised
  cases: number
  total: number | null
  grade: string
  values: ComputedValue[]
  bindings: Binding[]
}

/** The catalogue an organisation is held to. */
export function catalogueOf(rules: AppraisalRules, kind: Appraised['kind']): readonly Indicator[] {
  return kind === 'TOWNSHIP' ? rules.township : rules.helperUnit
}

/** One organisation's sheet, computed from the facts of its county. */
export function sheetOf(
  who: Appraised,
  facts: Facts,
  {
    period,
    rules,
    contactMonths,
  }: { period: Period; rules: AppraisalRules; contactMonths: number },
): ComputedSheet {
  const counted = catalogueOf(rules, who.kind).map(({ code, formula, weight }, position) => {
    const items = itemsOf(formula, { facts, who, period, contactMonths })
    const sum = (field: 'counts' | 'of') => items.reduce((all, item) => all + item[field], 0)
    return {
      code,
      formula,
      position,
      weight,
      numerator: sum('counts'),
      denominator: sum('of'),
      items,
    }
  })
  const { lines, total } = scoresOf(counted)
  return {
    who,
    cases: casesOf({ facts, who, period }).length,
    total,
    grade: gradeOf(total, rules.bands),
    values: counted.map((value, index) => ({ ...value, ...(lines[index] ?? none) })),
    bindings: bindingsOf(who, facts, period),
  }
}

const none = { effective: 0, score: null }

/**
 * 包保: helper unit and work team of the organisation's cases. Who left a case that was not closed was
 * replaced (it is never simply emptied), who left it once it was closed was released.
 */
function bindingsOf(who: Appraised, facts: Facts, period: Period): Binding[] {
  return casesOf({ facts, who, period }).flatMap((kase) =>
    facts.assignments
      .filter(
        (one) => one.caseId === kase.id && (one.slot === 'HELPER_UNIT' || one.slot === 'WORK_TEAM'),
      )
      .filter((one) => one.fromOn <= period.to && (one.toOn === null || one.toOn >= period.from))
      .map(
        (one): Binding => ({
          caseId: kase.id,
          village: kase.village,
          slot: one.slot as Binding['slot'],
          holder: one.holder,
          from: one.fromOn,
          to: one.toOn,
          standing:
            one.toOn === null
              ? kase.closedOn === null
                ? 'HELD'
                : 'RELEASED'
              : kase.closedOn !== null && one.toOn >= kase.closedOn
                ? 'RELEASED'
                : 'REPLACED',
        }),
      ),
  )
}

/** Organisations that are appraised: those with a case in the period. */
export function isAppraised(who: Appraised, facts: Facts, period: Period): boolean {
  return casesOf({ facts, who, period }).length > 0
}
