import type { AppraisalRules } from '@/lib/rule-sets/appraisal-rules'

/** What every export says of itself; `tests/independent` recomputes by it. */
export const exportFormat = 'ovop-appraisal-1'

/**
 * An appraisal as data: rules as they were frozen, and of every organisation the figures with the list
 * each was counted from, so that anybody can count again. Scores in hundredths of a point.
 */
export type AppraisalExport = {
  format: typeof exportFormat
  county: { id: string; name: string }
  year: number
  period: { from: string; to: string; computedOn: string | null }
  state: string
  ruleVersion: number
  documentNo: string
  rules: AppraisalRules
  sheets: {
    organisation: string
    kind: 'TOWNSHIP' | 'HELPER_UNIT'
    heads: unknown
    bindings: unknown
    computed: number | null
    verified: number | null
    grade: string
    values: {
      code: string
      formula: string
      weight: number
      numerator: number
      denominator: number
      effective: number
      score: number | null
      verified: number | null
      verifyNote: string
      selfScore: number | null
      items: unknown
    }[]
  }[]
}
