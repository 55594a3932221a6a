import type { RuleSet } from '@/lib/rule-sets/schema'

export type FundsRules = RuleSet['funds']

/** What a village is due in a year, in yuan; `tier` counts from 1, the most populous. */
export type FundsDue = { tier: number; officeFunds: number; supplement: number }

/**
 * Office funds of a village by its population, and the supplement of one without collective income
 * (空壳村). Each tier holds from its `from` up to the next larger one. Undefined where the population
 * is not known: nothing is guessed.
 */
export function fundsDue(
  village: { population: number | null; withoutIncome: boolean },
  rules: FundsRules,
): FundsDue | undefined {
  const { population } = village
  if (population === null) return undefined
  const index = rules.tiers.findIndex((tier) => population >= tier.from)
  const tier = rules.tiers[index]
  if (!tier) return undefined
  return {
    tier: index + 1,
    officeFunds: tier.yuan,
    supplement: village.withoutIncome ? rules.supplement : 0,
  }
}
