import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { calendarOf } from '@/lib/calendar/rules'
import { calendarSeed } from '@/lib/calendar/seed'
import { addDays } from '@/lib/dates'
import {
  type Colour,
  dueAfterPause,
  earliestLightDates,
  lightDates,
  lightOf,
  reasonOf,
  serviceDue,
  worstOf,
} from '@/lib/lights/rules'
import { defaultRuleSet as ruleSet } from '@/lib/rule-sets/defaults'
import { lightSubjects } from '@/lib/rule-sets/schema'
import { anyDay } from '../support/arbitraries'

const calendar = calendarOf(calendarSeed())
const open = { done: false, paused: false }

describe('service times', () => {
  test.each([
    ['planReview', '2026-02-12', '2026-02-26'],
    ['acceptance', '2026-03-02', '2026-03-16'],
    ['extension', '2026-09-29', '2026-10-09'],
    ['candidate', '2026-03-02', '2026-03-23'],
  ] as const)('%s asked on %s is due on %s', (subject, since, due) => {
    expect(serviceDue(subject, since, ruleSet, calendar)).toBe(due)
  })
})

describe('when a light turns', () => {
  test.each([
    ['measure', '2026-03-03', '2026-02-16', '2026-03-04'],
    ['plan', '2026-03-31', '2026-03-16', '2026-04-01'],
    ['planReview', '2026-02-25', '2026-02-13', '2026-02-26'],
    ['acceptance', '2026-03-16', '2026-03-11', '2026-03-17'],
    ['extension', '2026-10-09', '2026-09-29', '2026-10-10'],
    ['candidate', '2026-03-23', '2026-03-18', '2026-03-24'],
    ['followUp', '2026-12-31', '2026-12-28', '2027-01-01'],
  ] as const)('%s due %s: yellow %s, red %s', (subject, due, yellowOn, redOn) => {
    expect(lightDates({ subject, due, ruleSet, calendar })).toEqual({ yellowOn, redOn })
  })
  it('is on the day itself with a threshold of 0', () => {
    const lights = { ...ruleSet.lights, measure: { before: 0, unit: 'DAYS' as const } }
    expect(
      lightDates({ subject: 'measure', due: '2026-03-03', ruleSet: { lights }, calendar }),
    ).toEqual({ yellowOn: '2026-03-03', redOn: '2026-03-04' })
  })
})

describe('lightOf', () => {
  const dates = { yellowOn: '2026-02-16', redOn: '2026-03-04' }
  test.each<[string, Colour]>([
    ['2026-02-15', 'green'],
    ['2026-02-16', 'yellow'],
    ['2026-03-03', 'yellow'],
    ['2026-03-04', 'red'],
    ['2030-01-01', 'red'],
  ])('on %s is %s', (today, colour) => {
    expect(lightOf({ ...dates, ...open }, today)).toBe(colour)
    expect(lightOf({ ...dates, ...open, done: true }, today)).toBe('grey')
    expect(lightOf({ ...dates, ...open, paused: true }, today)).toBe('grey')
  })
  it('is grey without a deadline', () => {
    expect(lightOf({ yellowOn: null, redOn: null, ...open }, '2026-03-04')).toBe('grey')
  })
  it('never gets better as days pass', () => {
    const order: Colour[] = ['green', 'yellow', 'red']
    fc.assert(
      fc.property(
        fc.constantFrom(...lightSubjects),
        anyDay,
        fc.integer({ min: -60, max: 60 }),
        (subject, due, offset) => {
          const state = { ...lightDates({ subject, due, ruleSet, calendar }), ...open }
          const rank = (day: string) => order.indexOf(lightOf(state, day))
          const today = addDays(due, offset)
          expect(rank(addDays(today, 1))).toBeGreaterThanOrEqual(rank(today))
          expect(rank(today) === 2).toBe(offset > 0)
        },
      ),
    )
  })
})

describe('the worst light', () => {
  test.each<[Colour[], Colour]>([
    [[], 'grey'],
    [['grey', 'green'], 'green'],
    [['green', 'yellow', 'grey'], 'yellow'],
    [['yellow', 'red', 'green', 'grey'], 'red'],
  ])('of %j is %s', (colours, worst) => {
    expect(worstOf(colours)).toBe(worst)
  })
  it('is the light of the earliest dates, on any day', () => {
    const item = fc.oneof(
      fc.constant({ yellowOn: null, redOn: null }),
      fc
        .tuple(anyDay, fc.constantFrom(...lightSubjects))
        .map(([due, subject]) => lightDates({ subject, due, ruleSet, calendar })),
    )
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), anyDay, (items, today) => {
        const colours = items.map((dates) => lightOf({ ...dates, ...open }, today))
        expect(lightOf({ ...earliestLightDates(items), ...open }, today)).toBe(worstOf(colours))
      }),
    )
  })
})

describe('a pause', () => {
  test.each([
    ['2026-03-31', '2026-03-01', '2026-03-11', '2026-04-10'],
    ['2026-03-01', '2026-03-01', '2026-03-11', '2026-03-11'],
    ['2026-02-28', '2026-03-01', '2026-03-11', '2026-02-28'],
    ['2026-03-31', '2026-03-01', '2026-03-01', '2026-03-31'],
  ])('moves %s, paused %s to %s, to %s', (due, pausedOn, resumedOn, expected) => {
    expect(dueAfterPause({ due, pausedOn, resumedOn })).toBe(expected)
  })
  it('leaves as many days as there were', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (left, length) => {
        const pausedOn = '2026-03-01'
        const resumedOn = addDays(pausedOn, length)
        const due = dueAfterPause({ due: addDays(pausedOn, left), pausedOn, resumedOn })
        expect(due).toBe(addDays(resumedOn, left))
      }),
    )
  })
})

describe('the reason in words', () => {
  const due = '2026-03-03'
  const measure = {
    subject: 'measure' as const,
    due,
    ...lightDates({ subject: 'measure', due, ruleSet, calendar }),
    ...open,
    percent: 60,
    extensions: 0,
  }
  it('says how late, how far and how often extended', () => {
    expect(reasonOf(measure, '2026-03-10', calendar)).toEqual({
      colour: 'red',
      code: 'measureOverdue',
      params: { due, days: 7, workingDays: 5, percent: 60, extensions: 0 },
    })
  })
  it('says how much time is left', () => {
    expect(reasonOf(measure, '2026-02-27', calendar)).toMatchObject({
      colour: 'yellow',
      code: 'measureDueSoon',
      params: { days: 4, workingDays: 3 },
    })
    expect(reasonOf(measure, '2026-02-10', calendar)).toMatchObject({
      colour: 'green',
      code: 'measureOnTime',
      params: { days: 21 },
    })
  })
  it('has no percent where there is none', () => {
    const { percent: _, extensions: __, ...review } = { ...measure, subject: 'planReview' as const }
    expect(reasonOf(review, '2026-03-04', calendar)).toEqual({
      colour: 'red',
      code: 'planReviewOverdue',
      params: { due, days: 1, workingDays: 1 },
    })
  })
  test.each([
    ['done', { done: true }],
    ['paused', { paused: true }],
    ['noDeadline', { due: null, yellowOn: null, redOn: null }],
  ])('%s is grey and says so', (code, change) => {
    expect(reasonOf({ ...measure, ...change }, '2026-03-10', calendar)).toEqual({
      colour: 'grey',
      code,
      params: {},
    })
  })
})
