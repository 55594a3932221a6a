import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fundsDue } from '@/lib/funds/rules'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { parseRuleSet, ruleSetSchema } from '@/lib/rule-sets/schema'

const { funds } = defaultRuleSet
const stored = () => JSON.parse(JSON.stringify(defaultRuleSet))
const codesOf = (tiers: unknown) => {
  const result = ruleSetSchema.safeParse({ ...stored(), funds: { tiers, supplement: 2_000 } })
  return result.success ? [] : result.error.issues.map((issue) => issue.message)
}

describe('office funds by population', () => {
  test.each([
    [4_001, 1, 17_000],
    [4_000, 1, 17_000],
    [3_999, 2, 16_000],
    [2_000, 2, 16_000],
    [1_999, 3, 15_000],
    [0, 3, 15_000],
  ])('%i people: tier %i, %i yuan', (population, tier, officeFunds) => {
    expect(fundsDue({ population, withoutIncome: false }, funds)).toEqual({
      tier,
      officeFunds,
      supplement: 0,
    })
  })
  it('adds the supplement of a village without collective income', () => {
    expect(fundsDue({ population: 1_500, withoutIncome: true }, funds)?.supplement).toBe(2_000)
  })
  it('guesses nothing where the population is not known', () => {
    expect(fundsDue({ population: null, withoutIncome: true }, funds)).toBeUndefined()
  })
})

describe('for any tiers', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 499_999 }), { maxLength: 8 })
  const tiersOf = (values: number[]) =>
    [...values, 0].sort((a, b) => b - a).map((from, index) => ({ from, yuan: 20_000 - index }))

  it('every population falls into exactly one, whose bounds hold it', () => {
    fc.assert(
      fc.property(cuts, fc.nat({ max: 600_000 }), (values, population) => {
        const tiers = tiersOf(values)
        const due = fundsDue({ population, withoutIncome: false }, { tiers, supplement: 0 })
        const at = (due?.tier ?? 0) - 1
        expect(due?.officeFunds).toBe(tiers[at]?.yuan)
        expect(population).toBeGreaterThanOrEqual(tiers[at]?.from ?? Number.POSITIVE_INFINITY)
        expect(population).toBeLessThan(tiers[at - 1]?.from ?? Number.POSITIVE_INFINITY)
      }),
    )
  })
  it('a rule set takes them; without the last from 0, out of order or twice it does not', () => {
    fc.assert(
      fc.property(cuts, (values) => {
        const tiers = tiersOf(values)
        expect(codesOf(tiers)).toEqual([])
        expect(codesOf(tiers.map((tier) => ({ ...tier, from: tier.from + 1 })))).toContain(
          'tiersLeaveGap',
        )
        expect(codesOf([...tiers, ...tiers.slice(-1)])).toContain('tiersOutOfOrder')
      }),
      { numRuns: 30 },
    )
  })
})

it('a rule set stored before has the amounts of the article and every regulation', () => {
  const { funds: _funds, regulations: _regulations, ...before } = stored()
  const rules = parseRuleSet(before)
  expect(rules.funds.tiers.map(({ yuan }) => yuan)).toEqual([17_000, 16_000, 15_000])
  expect(rules.funds.supplement).toBe(2_000)
  expect(rules.regulations).toHaveLength(6)
})
