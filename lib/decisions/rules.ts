import type { Day } from '@/lib/dates'
import type { DecisionStep } from '@/lib/rule-sets/schema'
import type { DecisionChainInput } from './schema'

/**
 * What stands against a chain of decisions, field by field: a required step that is missing
 * (`decisionStepMissing`), a date in the future (`dateInFuture`), a step dated before the one
 * that comes before it in the chain (`decisionOutOfOrder`).
 */
export function chainErrors(
  chain: DecisionChainInput,
  required: readonly DecisionStep[],
  today: Day,
): { field: string; code: string; params?: Record<string, string> }[] {
  const missing = required
    .filter((step) => !chain[step])
    .map((step) => ({ field: `decisions.${step}.body`, code: 'decisionStepMissing' }))
  const given = required.flatMap((step) =>
    chain[step] ? [{ step, day: chain[step].decidedOn }] : [],
  )
  const wrong = given.flatMap(({ step, day }, index) => {
    const field = `decisions.${step}.decidedOn`
    const before = given[index - 1]
    if (day > today) return [{ field, code: 'dateInFuture' }]
    return before && day < before.day
      ? [{ field, code: 'decisionOutOfOrder', params: { before: before.day } }]
      : []
  })
  return [...missing, ...wrong]
}
