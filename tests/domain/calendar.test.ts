import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addWorkingDays,
  calendarOf,
  isWorkingDay,
  unknownYears,
  workingDaysBetween,
} from '@/lib/calendar/rules'
import { calendarSeed } from '@/lib/calendar/seed'
import { isDay, weekdayOf } from '@/lib/dates'
import { anyDay } from '../support/arbitraries'

const calendar = calendarOf(calendarSeed())
const plain = calendarOf([])

describe('the published calendar', () => {
  it('covers 2004 to 2026 without a gap', () => {
    const years = [...calendar.knownYears].sort()
    expect(years[0]).toBe(2004)
    expect(years.at(-1)).toBeGreaterThanOrEqual(2026)
    expect(years).toHaveLength((years.at(-1) ?? 0) - 2003)
  })
  it('has each day once, in order, with a name', () => {
    const rows = calendarSeed()
    expect(new Set(rows.map((row) => row.day)).size).toBe(rows.length)
    expect(rows.every((row) => isDay(row.day) && row.name.length >= 2)).toBe(true)
    expect(rows.map((row) => row.day)).toEqual(rows.map((row) => row.day).sort())
  })
  it('works on weekends only as 调休', () => {
    expect([...calendar.workdays].every((day) => [0, 6].includes(weekdayOf(day)))).toBe(true)
  })
  test.each([
    ['2026-02-14', true, 'Saturday worked for 春节'],
    ['2026-02-17', false, '春节'],
    ['2026-02-20', false, 'Friday of 春节'],
    ['2026-02-28', true, 'Saturday worked for 春节'],
    ['2026-03-02', true, 'Monday'],
    ['2026-03-07', false, 'Saturday'],
    ['2014-10-01', false, '国庆节'],
    ['2014-10-11', true, 'Saturday worked for 国庆节'],
  ])('%s: %s (%s)', (day, expected) => {
    expect(isWorkingDay(day, calendar)).toBe(expected)
  })
})

describe('addWorkingDays', () => {
  test.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-24', -1, '2026-02-14'],
    ['2026-02-26', 3, '2026-03-02'],
    ['2026-03-03', -3, '2026-02-27'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-10-08', 2, '2026-10-10'],
    ['2026-03-07', 0, '2026-03-07'],
  ])('%s + %i is %s', (day, count, expected) => {
    expect(addWorkingDays(day, count, calendar)).toBe(expected)
  })
  it('refuses half a day', () => {
    expect(() => addWorkingDays('2026-03-07', 0.5, calendar)).toThrow(RangeError)
  })
  it('lands on a working day and is undone by counting', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const later = addWorkingDays(day, count, calendar)
        expect(isWorkingDay(later, calendar)).toBe(true)
        expect(workingDaysBetween(day, later, calendar)).toBe(count)
        const earlier = addWorkingDays(day, -count, calendar)
        expect(isWorkingDay(earlier, calendar)).toBe(true)
        expect(workingDaysBetween(day, earlier, calendar)).toBe(-count)
      }),
    )
  })
})

describe('workingDaysBetween', () => {
  test.each([
    ['2026-02-13', '2026-02-24', 2],
    ['2026-03-03', '2026-03-03', 0],
    ['2026-03-06', '2026-03-08', 0],
    ['2026-03-06', '2026-03-09', 1],
    ['2026-03-09', '2026-03-06', -1],
  ])('%s to %s: %i', (from, to, expected) => {
    expect(workingDaysBetween(from, to, calendar)).toBe(expected)
  })
})

describe('a year without a notice', () => {
  it('counts as plain weekdays and is named', () => {
    expect(isWorkingDay('2031-10-01', calendar)).toBe(true)
    expect(isWorkingDay('2031-10-04', calendar)).toBe(false)
    expect(
      unknownYears(['2031-10-01', '2026-01-01', '2030-05-05', '2031-01-01'], calendar),
    ).toEqual([2030, 2031])
    expect(unknownYears(['2026-01-01'], plain)).toEqual([2026])
  })
})
