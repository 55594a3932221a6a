import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/dates'
import { barOf, chartSpan, placeOf } from '@/lib/measures/chart'
import { earliestProgress, isLate } from '@/lib/measures/rules'
import { coverageOf } from '@/lib/problems/coverage'

describe('progress', () => {
  test('happens from the start or the approval on, never before the village was confirmed', () => {
    const days = { startOn: '2026-04-01', confirmedOn: '2026-02-01', planApprovedOn: '2026-03-01' }
    expect(earliestProgress(days)).toBe('2026-03-01')
    expect(earliestProgress({ ...days, startOn: '2026-02-15' })).toBe('2026-02-15')
    expect(earliestProgress({ ...days, startOn: '2026-01-01' })).toBe('2026-02-01')
    expect(earliestProgress({ ...days, planApprovedOn: null, confirmedOn: null })).toBe(
      '2026-04-01',
    )
  })

  test('is marked as entered late after more than seven days', () => {
    expect(isLate('2026-03-01', '2026-03-08')).toBe(false)
    expect(isLate('2026-03-01', '2026-03-09')).toBe(true)
  })
})

describe('the timetable', () => {
  test('spans whole months', () => {
    const bars = [
      { startOn: '2026-03-10', dueOn: '2026-06-30' },
      { startOn: '2026-02-20', dueOn: '2026-12-05' },
    ]
    expect(chartSpan(bars)).toEqual({ from: '2026-02-01', to: '2026-12-31' })
    expect(chartSpan([])).toBeNull()
  })

  test('a measure of the whole span fills it, and every bar lies inside', () => {
    const span = { from: '2026-01-01', to: '2026-12-31' }
    expect(barOf({ startOn: span.from, dueOn: span.to }, span)).toEqual({ left: 0, width: 100 })
    expect(placeOf('2025-12-01', span)).toBe(0)
    expect(placeOf('2027-02-01', span)).toBe(100)
    const day = fc.integer({ min: -30, max: 400 }).map((count) => addDays(span.from, count))
    fc.assert(
      fc.property(day, fc.nat(200), (startOn, length) => {
        const { left, width } = barOf({ startOn, dueOn: addDays(startOn, length) }, span)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left).toBeLessThanOrEqual(100)
        expect(width).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

describe('coverage', () => {
  test('names the measures that answer a problem; cancelled ones do not count', () => {
    const coverage = coverageOf([
      { number: 1, problemIds: ['a'], status: 'DONE' },
      { number: 2, problemIds: ['a', 'b'], status: 'CANCELLED' },
      { number: 3, problemIds: ['a'] },
    ])
    expect(coverage('a')).toEqual([1, 3])
    expect(coverage('b')).toEqual([])
  })
})
