import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  discussionIssues,
  leastAbove,
  leastPresent,
  stepIssues,
} from '@/lib/records/discussion-rules'
import { discussion } from '@/lib/records/discussion-schema'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { defaultDiscussionLines, fractions } from '@/lib/rule-sets/discussion-lines'
import { parseRuleSet } from '@/lib/rule-sets/schema'

const lines = defaultDiscussionLines
const codes = (step: 'members' | 'representatives', due: number, present: number, votes: number) =>
  stepIssues(step, { due, present, votes }, lines).map(({ code }) => code)

describe('at the line and one below it', () => {
  test.each([
    // 党员大会: two thirds of 30 present, more than half of those due.
    ['members', 30, 20, 16, []],
    ['members', 30, 19, 16, ['presenceBelowLine']],
    ['members', 30, 20, 15, ['approvalOfDueBelowLine']],
    ['members', 30, 19, 15, ['presenceBelowLine', 'approvalOfDueBelowLine']],
    // 31 due: 20 are not two thirds, 21 are; half of 31 is 15.5.
    ['members', 31, 20, 16, ['presenceBelowLine']],
    ['members', 31, 21, 16, []],
    ['members', 31, 21, 15, ['approvalOfDueBelowLine']],
    ['members', 1, 1, 1, []],
    // 村民代表会议: more than half of those present.
    ['representatives', 30, 20, 11, []],
    ['representatives', 30, 20, 10, ['approvalOfPresentBelowLine']],
    ['representatives', 30, 19, 10, ['presenceBelowLine']],
    ['representatives', 30, 30, 16, []],
    ['representatives', 30, 30, 15, ['approvalOfPresentBelowLine']],
  ] as const)('%s, %i due, %i present, %i for it: %j', (step, due, present, votes, expected) => {
    expect(codes(step, due, present, votes)).toEqual(expected)
  })

  test('a refusal says how many it takes', () => {
    expect(stepIssues('members', { due: 31, present: 20, votes: 15 }, lines)).toEqual([
      {
        field: 'detail.members.present',
        code: 'presenceBelowLine',
        params: { fraction: '2/3', due: 31, least: 21 },
      },
      {
        field: 'detail.members.votes',
        code: 'approvalOfDueBelowLine',
        params: { fraction: '1/2', base: 31, least: 16 },
      },
    ])
  })
})

describe('in whole numbers', () => {
  const drawn = fractions.filter((one) => one !== '0')
  test('the least number present is the first that reaches the part, never one too many', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drawn), fc.nat(100_000), (fraction, whole) => {
        const [over = 0n, under = 1n] = fraction.split('/').map(BigInt)
        const reaches = (count: number) => BigInt(count) * under >= over * BigInt(whole)
        const least = leastPresent(fraction, whole)
        expect(reaches(least)).toBe(true)
        if (least > 0) expect(reaches(least - 1)).toBe(false)
      }),
    )
  })

  test('the least number for it is the first above the part', () => {
    fc.assert(
      fc.property(fc.constantFrom(...drawn), fc.nat(100_000), (fraction, whole) => {
        const [over = 0n, under = 1n] = fraction.split('/').map(BigInt)
        const above = (count: number) => BigInt(count) * under > over * BigInt(whole)
        const least = leastAbove(fraction, whole)
        expect([above(least), above(least - 1)]).toEqual([true, false])
      }),
    )
  })

  test('a step passes exactly when presence reaches its line and approval is above it', () => {
    const counts = fc
      .integer({ min: 1, max: 3000 })
      .chain((due) => fc.tuple(fc.constant(due), fc.integer({ min: 0, max: due })))
      .chain(([due, present]) => fc.tuple(fc.constant(due), fc.constant(present), fc.nat(present)))
    const step = fc.constantFrom('members' as const, 'representatives' as const)
    fc.assert(
      fc.property(step, counts, (which, [due, present, votes]) => {
        const base = which === 'members' ? due : present
        const passes = 3 * present >= 2 * due && 2 * votes > base
        expect(codes(which, due, present, votes).length === 0).toBe(passes)
      }),
    )
  })
})

describe('the whole decision', () => {
  const good = {
    matter: '建晒谷场',
    branch: { day: '2026-03-01' },
    committees: { day: '2026-03-01' },
    members: { day: '2026-03-03', due: 30, present: 20, votes: 16 },
    representatives: { due: 30, present: 20, votes: 11 },
    decisionPublishedOn: '2026-03-05',
  }
  const issues = (change: object, day = '2026-03-04') =>
    discussionIssues(discussion.parse({ ...good, ...change }), day, lines).map(
      ({ field, code }) => `${field} ${code}`,
    )

  test.each<[object, string[]]>([
    [{}, []],
    [{ committees: { day: '2026-02-28' } }, ['detail.committees.day stepsOutOfTime']],
    [{ decisionPublishedOn: '2026-03-03' }, ['detail.decisionPublishedOn stepsOutOfTime']],
    [{ resultPublishedOn: '2026-03-04' }, ['detail.resultPublishedOn stepsOutOfTime']],
    [{ resultPublishedOn: '2026-06-01' }, []],
    [
      { members: { day: '2026-03-03' } },
      ['due', 'present', 'votes'].map((name) => `detail.members.${name} required`),
    ],
    [
      { representatives: { due: 0, present: 0, votes: 0 } },
      ['detail.representatives.due required'],
    ],
  ])('%j: %j', (change, expected) => {
    expect(issues(change)).toEqual(expected)
  })

  test('the day of the representatives’ meeting stands in the order too', () => {
    expect(issues({ decisionPublishedOn: undefined }, '2026-03-02')).toEqual(['day stepsOutOfTime'])
  })
})

describe('the lines in the rule set', () => {
  test('a rule set of before is held to the usual ones', () => {
    const { fourDiscussions: _, ...before } = defaultRuleSet
    expect(parseRuleSet(before).fourDiscussions).toEqual(defaultDiscussionLines)
  })

  test('lines of a county’s own are kept; a line that is none is refused', () => {
    const own = { ...lines, branch: { presence: '1/2', approval: '1/2', of: 'PRESENT' } }
    expect(parseRuleSet({ ...defaultRuleSet, fourDiscussions: own }).fourDiscussions).toEqual(own)
    expect(() =>
      parseRuleSet({
        ...defaultRuleSet,
        fourDiscussions: { ...own, members: { ...lines.members, presence: '0.67' } },
      }),
    ).toThrow()
    expect(stepIssues('branch', { due: 4, present: 2, votes: 1 }, own as never)).toHaveLength(1)
  })
})
