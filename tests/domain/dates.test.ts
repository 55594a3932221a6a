import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDays,
  daysBetween,
  fromDay,
  isDay,
  toDay,
  todayIn,
  weekdayOf,
  yearOf,
} from '@/lib/dates'
import { anyDay } from '../support/arbitraries'

describe('isDay', () => {
  test.each(['2024-02-29', '2026-01-01', '2000-12-31', '1999-11-30'])('%s is a day', (value) => {
    expect(isDay(value)).toBe(true)
  })
  test.each([
    '2023-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '2026/01/01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '',
    null,
    undefined,
    20260101,
    new Date(0),
  ])('%s is none', (value) => {
    expect(isDay(value)).toBe(false)
  })
})

describe('the border to Prisma', () => {
  it('keeps the day in both directions', () => {
    expect(fromDay('2026-03-03').toISOString()).toBe('2026-03-03T00:00:00.000Z')
    fc.assert(fc.property(anyDay, (day) => toDay(fromDay(day)) === day))
  })
  it('refuses what is no day', () => {
    expect(() => fromDay('2026-02-30')).toThrow(RangeError)
    expect(() => toDay(new Date(Number.NaN))).toThrow(RangeError)
    expect(() => addDays('yesterday', 1)).toThrow(RangeError)
  })
})

describe('todayIn', () => {
  test.each([
    ['2026-03-02T15:59:59.999Z', 'Asia/Shanghai', '2026-03-02'],
    ['2026-03-02T16:00:00.000Z', 'Asia/Shanghai', '2026-03-03'],
    ['2025-12-31T16:00:00.000Z', 'Asia/Shanghai', '2026-01-01'],
    ['2026-03-02T16:00:00.000Z', 'UTC', '2026-03-02'],
    ['2026-03-02T04:00:00.000Z', 'America/New_York', '2026-03-01'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(todayIn(zone, new Date(instant))).toBe(day)
  })
})

describe('arithmetic', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 365, '2027-01-01'],
  ])('%s + %i days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected)
  })
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-05-15', 12, '2027-05-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s + %i months is %s', (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected)
  })
  it('measures the days it added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })
  it('never leaves the month it aims at', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, count) => {
        const months = (value: string) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7))
        const moved = addMonths(day, count)
        expect(months(moved) - months(day)).toBe(count)
        expect(moved.slice(8) <= day.slice(8)).toBe(true)
      }),
    )
  })
  it('orders days as time does', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => compareDays(a, b) === Math.sign(daysBetween(b, a))),
    )
    expect(compareDays('2026-03-01', '2026-03-01')).toBe(0)
  })
  it('knows weekday and year', () => {
    expect(weekdayOf('2026-03-01')).toBe(0)
    expect(weekdayOf('2026-02-28')).toBe(6)
    expect(yearOf('2025-12-31')).toBe(2025)
  })
})
