import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, daysBetween } from '@/lib/dates'
import {
  type DeadlineMove,
  doneErrors,
  extensionAllowed,
  progressErrors,
} from '@/lib/measures/rules'

const codes = (errors: { code: string }[]) => errors.map((error) => error.code)

describe('progress', () => {
  test.each<[number, number, string, string[]]>([
    [0, 0, '', []],
    [40, 40, '', []],
    [40, 100, '', []],
    [60, 40, '数据更正', []],
    [60, 40, '  ', ['percentDownNeedsNote']],
    [60, 59, '', ['percentDownNeedsNote']],
    [60, 101, '说明', ['percentInvalid']],
    [60, -1, '说明', ['percentInvalid']],
    [60, 60.5, '说明', ['percentInvalid']],
    [60, Number.NaN, '说明', ['percentInvalid']],
  ])('from %d to %d with "%s": %j', (previousPercent, percent, note, expected) => {
    expect(codes(progressErrors({ previousPercent, percent, note }))).toEqual(expected)
  })
  it('is done only at 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
        expect(doneErrors({ percent }).length === 0).toBe(percent === 100)
      }),
    )
  })
})

describe('extensions', () => {
  const caps = { maxPerMeasure: 2, maxTotalDays: 90 }
  const once: DeadlineMove[] = [{ oldDueOn: '2026-03-01', newDueOn: '2026-04-30' }]
  const twice = [...once, { oldDueOn: '2026-04-30', newDueOn: '2026-05-10' }]
  test.each<[string, string, DeadlineMove[], boolean, string[]]>([
    ['2026-03-01', '2026-03-02', [], false, []],
    ['2026-03-01', '2026-05-30', [], false, []],
    ['2026-03-01', '2026-05-31', [], false, ['extensionDaysExceeded']],
    ['2026-03-01', '2026-03-01', [], false, ['extensionNotLater']],
    ['2026-03-01', '2026-02-01', [], false, ['extensionNotLater']],
    ['2026-04-30', '2026-05-30', once, false, []],
    ['2026-04-30', '2026-05-31', once, false, ['extensionDaysExceeded']],
    ['2026-05-10', '2026-05-11', twice, false, ['extensionCountReached']],
    ['2026-03-01', '2026-03-10', [], true, ['extensionPending']],
    [
      '2026-05-10',
      '2026-05-10',
      twice,
      true,
      ['extensionNotLater', 'extensionPending', 'extensionCountReached'],
    ],
  ])('%s to %s after %j, pending %s: %j', (dueOn, newDueOn, granted, pending, expected) => {
    const answer = extensionAllowed({ dueOn, newDueOn, granted, pending, caps })
    expect(codes(answer.reasons)).toEqual(expected)
    expect(answer.allowed).toBe(expected.length === 0)
  })
  it('says what could still be granted', () => {
    const request = { dueOn: '2026-04-30', granted: once, pending: false, caps }
    const [reason] = extensionAllowed({ ...request, newDueOn: '2026-07-01' }).reasons
    expect(reason?.params).toEqual({ max: 90, left: 30, latest: '2026-05-30' })
  })
  it('holds the caps over any run of requests', () => {
    const steps = fc.array(fc.integer({ min: -10, max: 80 }), { maxLength: 12 })
    fc.assert(
      fc.property(steps, fc.nat(4), fc.nat(120), (requests, maxPerMeasure, maxTotalDays) => {
        const start = '2026-03-01'
        let dueOn = start
        const granted: DeadlineMove[] = []
        for (const days of requests) {
          const newDueOn = addDays(dueOn, days)
          const limits = { maxPerMeasure, maxTotalDays }
          const request = { dueOn, newDueOn, granted, pending: false, caps: limits }
          if (!extensionAllowed(request).allowed) continue
          granted.push({ oldDueOn: dueOn, newDueOn })
          dueOn = newDueOn
        }
        expect(granted.length).toBeLessThanOrEqual(maxPerMeasure)
        expect(daysBetween(start, dueOn)).toBeLessThanOrEqual(maxTotalDays)
        expect(granted.every((move) => move.newDueOn > move.oldDueOn)).toBe(true)
      }),
    )
  })
})
