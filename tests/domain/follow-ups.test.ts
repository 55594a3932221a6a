import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { followUpDates, followUpEnd } from '@/lib/follow-ups/rules'
import { anyDay } from '../support/arbitraries'

test.each([
  ['2026-03-15', ['2026-06-15', '2026-09-15', '2027-03-15']],
  ['2025-11-30', ['2026-02-28', '2026-05-30', '2026-11-30']],
  ['2024-02-29', ['2024-05-29', '2024-08-29', '2025-02-28']],
])('closed on %s, due on %j', (closedOn, days) => {
  const dates = followUpDates(closedOn, [3, 6, 12])
  expect(dates.map((date) => date.dueOn)).toEqual(days)
  expect(dates.map((date) => date.month)).toEqual([3, 6, 12])
})

it('keeps the case readable for a year, or until the last follow-up', () => {
  expect(followUpEnd('2026-03-15', [3, 6])).toBe('2027-03-15')
  expect(followUpEnd('2026-03-15', [6, 18])).toBe('2027-09-15')
  fc.assert(
    fc.property(anyDay, (closedOn) => {
      const end = followUpEnd(closedOn, [3, 6, 12])
      expect(followUpDates(closedOn, [3, 6, 12]).every(({ dueOn }) => dueOn <= end)).toBe(true)
    }),
  )
})
