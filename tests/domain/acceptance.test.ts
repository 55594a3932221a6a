import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  gradeOf,
  isOwnWork,
  isPass,
  scoreTotal,
  sheetErrors,
  type TeamMember,
  teamConflicts,
} from '@/lib/acceptance/rules'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'

const sheet = defaultRuleSet.scoreSheet
const full = Object.fromEntries(sheet.items.map((item) => [item.code, item.max]))

describe('the score sheet', () => {
  it('is complete with the full points of every item', () => {
    expect(sheetErrors(sheet, full)).toEqual([])
    expect(scoreTotal(full)).toBe(100)
  })
  it('names every item without points', () => {
    expect(sheetErrors(sheet, {})).toEqual(
      sheet.items.map((item) => ({ code: 'scoreMissing', params: { item: item.code } })),
    )
    const { duty: _, ...rest } = full
    expect(sheetErrors(sheet, rest)).toEqual([{ code: 'scoreMissing', params: { item: 'duty' } }])
  })
  test.each([
    ['a half point', { duty: 7.5 }, []],
    ['nothing', { duty: 0 }, []],
    ['too much', { duty: 8.5 }, [{ code: 'scoreOutOfRange', params: { item: 'duty', max: 8 } }]],
    [
      'less than nothing',
      { duty: -1 },
      [{ code: 'scoreOutOfRange', params: { item: 'duty', max: 8 } }],
    ],
    [
      'no number',
      { duty: Number.NaN },
      [{ code: 'scoreOutOfRange', params: { item: 'duty', max: 8 } }],
    ],
    ['a third', { duty: 0.3 }, [{ code: 'scoreNotHalf', params: { item: 'duty' } }]],
    ['a stranger', { mood: 1 }, [{ code: 'scoreItemUnknown', params: { item: 'mood' } }]],
  ])('%s', (_, change, errors) => {
    expect(sheetErrors(sheet, { ...full, ...change })).toEqual(errors)
  })
  it('adds up exactly for every complete sheet', () => {
    const scores = fc.tuple(
      ...sheet.items.map(({ code, max }) =>
        fc.integer({ min: 0, max: max * 2 }).map((halves) => [code, halves] as const),
      ),
    )
    fc.assert(
      fc.property(scores, (halves) => {
        const given = Object.fromEntries(halves.map(([code, value]) => [code, value / 2]))
        expect(sheetErrors(sheet, given)).toEqual([])
        const total = scoreTotal(given)
        expect(total * 2).toBe(halves.reduce((sum, [, value]) => sum + value, 0))
        expect(isPass(total, 70)).toBe(gradeOf(sheet, total) !== 'FAIL')
      }),
    )
  })
})

describe('grades are half-open', () => {
  test.each([
    [100, 'EXCELLENT'],
    [90, 'EXCELLENT'],
    [89.5, 'GOOD'],
    [80, 'GOOD'],
    [79.5, 'PASS'],
    [70, 'PASS'],
    [69.5, 'FAIL'],
    [0, 'FAIL'],
  ])('%d is %s', (total, grade) => {
    expect(gradeOf(sheet, total)).toBe(grade)
  })
  it.each([-0.5, 100.5, Number.NaN])('%d has none', (total) => {
    expect(() => gradeOf(sheet, total)).toThrow(RangeError)
  })
  it('passes exactly from the threshold on', () => {
    expect([isPass(69.5, 70), isPass(70, 70), isPass(70.5, 70)]).toEqual([false, true, true])
  })
})

describe('the acceptance team', () => {
  const parties = {
    townshipId: '450223201',
    helperOrgIds: ['helper'],
    workTeamOrgIds: ['team'],
    personsInvolved: [
      { userId: 'solver', name: '韦一' },
      { userId: null, name: ' 覃二' },
    ],
  }
  const member = (change: Partial<TeamMember>): TeamMember => ({
    name: '张三',
    userId: 'reviewer',
    organisationId: 'county',
    townshipId: null,
    ...change,
  })
  test.each<[string, Partial<TeamMember>, string[]]>([
    ['a county reviewer', {}, []],
    ['someone of another township', { townshipId: '450223202' }, []],
    ['someone without organisation or account', { organisationId: null, userId: null }, []],
    ['someone of the township', { townshipId: '450223201' }, ['memberOfTownship']],
    ['the helper unit', { organisationId: 'helper' }, ['memberOfHelperUnit']],
    ['the work team', { organisationId: 'team' }, ['memberOfWorkTeam']],
    ['the one who solved it', { userId: 'solver' }, ['memberInvolved']],
    ['the same name, another account', { name: '韦一' }, []],
    ['the same name, no account', { name: ' 韦一 ', userId: null }, ['memberInvolved']],
    ['the name of someone without account', { name: '覃二' }, ['memberInvolved']],
    [
      'everything at once',
      { userId: 'solver', organisationId: 'team', townshipId: '450223201' },
      ['memberOfTownship', 'memberOfWorkTeam', 'memberInvolved'],
    ],
  ])('%s', (_, change, codes) => {
    const conflicts = teamConflicts([member({}), member(change)], parties)
    expect(conflicts.map((conflict) => conflict.code)).toEqual(codes)
    expect(conflicts.every(({ params }) => params?.name === member(change).name)).toBe(true)
  })
})

describe('own work', () => {
  test.each([
    ['ada', ['ada'], true],
    ['ada', ['bo', null, undefined, 'ada'], true],
    ['ada', ['bo', null, undefined], false],
    ['ada', [], false],
  ])('%s among %j: %s', (actor, doneBy, expected) => {
    expect(isOwnWork([actor], doneBy)).toBe(expected)
  })
})
