import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { moves } from '@/lib/plans/moves'
import { problemCategories } from '@/lib/problem-kinds/schema'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import {
  criterionCodes,
  decisionSteps,
  parseRuleSet,
  ruleSetSchema,
  withBuilt,
} from '@/lib/rule-sets/schema'

type Draft = ReturnType<typeof draft>
const draft = () => JSON.parse(JSON.stringify(defaultRuleSet))
const codesOf = (change: (rules: Draft) => void) => {
  const rules = draft()
  change(rules)
  const result = ruleSetSchema.safeParse(rules)
  return result.success ? [] : result.error.issues.map((issue) => issue.message)
}
const isFrozen = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Object.isFrozen(value) && Object.values(value).every(isFrozen))

describe('the default rule set', () => {
  it('survives storage as JSON and is frozen throughout', () => {
    const stored = parseRuleSet(draft())
    expect(stored).toEqual(defaultRuleSet)
    expect(isFrozen(stored)).toBe(true)
    expect(isFrozen(defaultRuleSet)).toBe(true)
  })
  it('has a twelve-item sheet of 100 points over every move and category', () => {
    const { items } = defaultRuleSet.scoreSheet
    expect(items).toHaveLength(12)
    expect(items.reduce((sum, item) => sum + item.max, 0)).toBe(100)
    expect(new Set(items.map((item) => item.move))).toEqual(new Set(moves))
    expect(new Set(items.map((item) => item.category))).toEqual(new Set(problemCategories))
  })
  it('uses every criterion of the design', () => {
    const off = criterionCodes.filter((code) => !defaultRuleSet.criteria[code].enabled)
    expect(off).toEqual([])
  })
  it('reads rule sets from before there were surveys, and leaves them unasked', () => {
    const old = draft()
    Object.assign(old.criteria, { survey: { enabled: false, available: false } })
    const { enabled, meetingValid, householdSatisfied } = parseRuleSet(old).criteria.survey
    expect([enabled, meetingValid, householdSatisfied]).toEqual([false, 15, 90])
  })
  it('offers a new version what was built since the old one, switched off', () => {
    const old = draft()
    old.criteria.commitments = { enabled: false, available: false }
    Object.assign(old.criteria, { survey: { enabled: false, available: false } })
    const next = withBuilt(parseRuleSet(old))
    expect(next.criteria.commitments).toEqual({ enabled: false, available: true })
    expect(next.criteria.survey).toMatchObject({ enabled: false, available: true })
    expect(parseRuleSet(old).criteria.commitments.available).toBe(false)
  })
  it('keeps the figures of the design', () => {
    expect(defaultRuleSet).toMatchObject({
      criteria: {
        leadingTeam: { minReserves: 2 },
        townshipAcceptance: { minScore: 70 },
        countyAcceptance: { minScore: 70 },
        consolidation: { months: 0 },
      },
      lights: { measure: { before: 15, unit: 'DAYS' }, planReview: { before: 3 } },
      service: { planReview: 5, acceptance: 10, extension: 3, candidate: 15 },
      followUpMonths: [3, 6, 12],
    })
  })
})

describe('what a rule set refuses', () => {
  test.each<[string, (rules: Draft) => void]>([
    ['stepRepeated', (rules) => rules.decisions.closing.push('DEPARTMENT_MEETING')],
    ['stepsOutOfOrder', (rules) => rules.decisions.confirmation.reverse()],
    [
      'criterionNotAvailable',
      (rules) => Object.assign(rules.criteria.survey, { enabled: true, available: false }),
    ],
    [
      'criterionNotAvailable',
      (rules) => Object.assign(rules.criteria.measuresDone, { available: false }),
    ],
    ['sheetNotHundred', (rules) => Object.assign(rules.scoreSheet.items[0], { max: 9 })],
    ['itemRepeated', (rules) => Object.assign(rules.scoreSheet.items[0], { code: 'team' })],
    ['gradesOutOfOrder', (rules) => Object.assign(rules.scoreSheet.grades[1], { from: 95 })],
    ['gradesLeaveGap', (rules) => Object.assign(rules.scoreSheet.grades[3], { from: 10 })],
    ['gradeRepeated', (rules) => Object.assign(rules.scoreSheet.grades[1], { code: 'PASS' })],
    ['monthsOutOfOrder', (rules) => rules.followUpMonths.push(12)],
  ])('%s', (code, change) => {
    expect(codesOf(change)).toContain(code)
  })
  test.each<[string, (rules: Draft) => void]>([
    ['an unknown criterion', (rules) => Object.assign(rules.criteria, { mood: {} })],
    ['a missing criterion', (rules) => delete rules.criteria.consolidation],
    [
      'a score over 100',
      (rules) => Object.assign(rules.criteria.countyAcceptance, { minScore: 101 }),
    ],
    ['half a month', (rules) => Object.assign(rules.criteria.consolidation, { months: 1.5 })],
    ['a blank title', (rules) => Object.assign(rules, { title: '  ' })],
    ['no follow-up at all', (rules) => Object.assign(rules, { followUpMonths: [] })],
    ['an unknown step', (rules) => rules.decisions.closing.push('COFFEE')],
    ['a light without threshold', (rules) => delete rules.lights.extension],
  ])('%s', (_, change) => {
    expect(codesOf(change)).not.toEqual([])
  })
})

describe('for any rule set', () => {
  const chains = fc.subarray([...decisionSteps])
  const cut = fc.integer({ min: 1, max: 99 })

  it('takes every chain that keeps the order of the steps, and only those', () => {
    fc.assert(
      fc.property(chains, fc.shuffledSubarray([...decisionSteps]), (ordered, shuffled) => {
        expect(codesOf((rules) => Object.assign(rules.decisions, { closing: ordered }))).toEqual([])
        const inOrder = decisionSteps.filter((step) => shuffled.includes(step))
        const refused = codesOf((rules) => Object.assign(rules.decisions, { closing: shuffled }))
        expect(refused.length === 0).toBe(inOrder.join() === shuffled.join())
      }),
    )
  })
  it('takes any division of 100 points', () => {
    fc.assert(
      fc.property(cut, (points) => {
        const [first, second] = draft().scoreSheet.items
        const items = [
          { ...first, max: points },
          { ...second, max: 100 - points },
        ]
        expect(codesOf((rules) => Object.assign(rules.scoreSheet, { items }))).toEqual([])
      }),
    )
  })
  it('never throws anything but its own refusal', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => ruleSetSchema.safeParse(value).success === false),
    )
  })
})
