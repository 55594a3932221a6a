import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/dates'
import { changesOf } from '@/lib/entries/changes'
import { dayIssue, frozenBecause, isLateEntry, periodStart } from '@/lib/entries/rules'
import { newId } from '@/lib/ids'
import { columnsOf, contentOf } from '@/lib/visits/content'
import { logVisitInput } from '@/lib/visits/schema'

const today = '2026-03-10'
const always = [{ from: '2014-01-01', to: null }]
const open = { from: '2026-02-01', to: null }

describe('补录', () => {
  test.each([
    ['2026-03-10', false],
    ['2026-03-07', false],
    ['2026-03-06', true],
  ])('what happened on %s and is entered on 10 March: %s', (day, late) => {
    expect(isLateEntry(day, today)).toBe(late)
  })
})

describe('the day of a visit', () => {
  test.each([
    ['2026-03-11', open, always, 'dateInFuture'],
    ['2026-03-10', open, always, undefined],
    ['2026-02-01', open, always, undefined],
    ['2026-01-31', open, always, 'entryBeforeListing'],
    ['2026-03-01', { ...open, to: '2026-03-01' }, always, undefined],
    ['2026-03-02', { ...open, to: '2026-03-01' }, always, 'entryAfterClosing'],
    ['2026-03-01', open, [], 'entryOutsideAppointment'],
    ['2026-03-01', open, [{ from: '2026-03-02', to: null }], 'entryOutsideAppointment'],
    ['2026-03-01', open, [{ from: '2026-02-01', to: '2026-02-28' }], 'entryOutsideAppointment'],
    ['2026-02-28', open, [{ from: '2026-02-01', to: '2026-02-28' }], undefined],
    ['2026-03-01', open, [{ from: '2026-02-01', to: '2026-02-02' }, ...always], undefined],
  ])('%s: %j', (day, period, terms, code) => {
    expect(dayIssue(day, { today, period, terms })?.code).toBe(code)
  })

  test('counts exactly when it lies in the open period and in an appointment, not ahead', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((count) => addDays('2026-01-15', count))
    const term = fc.record({ from: day, to: fc.option(day) })
    fc.assert(
      fc.property(day, term, fc.array(term, { maxLength: 3 }), (on, period, terms) => {
        const lies = ({ from, to }: { from: string; to: string | null }) =>
          from <= on && (to === null || on <= to)
        const counts = on <= today && lies(period) && terms.some(lies)
        expect(dayIssue(on, { today, period, terms }) === undefined).toBe(counts)
      }),
    )
  })
})

describe('correcting', () => {
  const visit = { stage: 'RECTIFYING' as const, enteredOn: '2026-03-05', withdrawnOn: null }
  const kase = { stage: 'RECTIFYING' as const, stageSince: '2026-02-01', paused: false }
  test.each([
    [visit, kase, undefined],
    [{ ...visit, withdrawnOn: '2026-03-06' }, kase, 'entryWithdrawn'],
    [visit, { ...kase, paused: true }, 'casePaused'],
    [visit, { ...kase, stage: 'TOWNSHIP_ACCEPTANCE' as const }, 'entryStageLeft'],
    // The case left the stage and came back to it.
    [visit, { ...kase, stageSince: '2026-03-06' }, 'entryStageLeft'],
  ])('%j %j: %s', (one, standing, code) => {
    expect(frozenBecause(one, standing)).toBe(code)
  })
})

test.each([
  ['2026-03-10', 1, '2026-03-01'],
  ['2026-03-31', 3, '2026-01-01'],
  ['2026-04-01', 3, '2026-04-01'],
  ['2026-12-31', 3, '2026-10-01'],
  ['2026-12-31', 12, '2026-01-01'],
])('the stretch that holds %s, by %i months, begins on %s', (day, months, from) => {
  expect(periodStart(day, months)).toBe(from)
})

describe('what is sent', () => {
  const least = { id: newId(), caseId: newId(), day: today, found: '入户走访三户，水渠已通。' }
  const codes = (given: object) =>
    logVisitInput.safeParse({ ...least, ...given }).error?.issues.map(({ path }) => path.join('.'))

  test('nothing but the village and one sentence is required', () => {
    expect(logVisitInput.parse(least)).toMatchObject({ kind: 'HOME_VISIT', settled: '', met: '' })
    expect(codes({ found: ' ' })).toEqual(['found'])
    expect(codes({ caseId: '' })).toEqual(['caseId'])
  })

  test.each([
    [{ id: 'x' }, 'id'],
    // A UUID, but not version 7.
    [{ id: '9f1c1f0e-6f0b-4c0a-9d6e-3f0e7c1a2b3c' }, 'id'],
    [{ day: '2026-02-30' }, 'day'],
    [{ kind: 'CHECK_IN' }, 'kind'],
    [{ metCount: -1 }, 'metCount'],
    [{ metCount: 1.5 }, 'metCount'],
    [{ found: '字'.repeat(10_001) }, 'found'],
    [{ taskPerson: '韦明' }, 'task'],
    [{ taskDueOn: '2026-04-01' }, 'task'],
    [{ problemIds: ['x'] }, 'problemIds.0'],
  ])('%j is refused at its field', (given, field) => {
    expect(codes(given)).toEqual([field])
  })

  test('what a form leaves blank is nothing', () => {
    const form = { ...least, metCount: '', taskDueOn: '', problemIds: newId() }
    const sent = logVisitInput.parse(form)
    expect(sent.metCount).toBeUndefined()
    expect(sent.taskDueOn).toBeUndefined()
    expect(sent.problemIds).toHaveLength(1)
  })

  test('what was written comes back out of its columns, and a correction names what it changes', () => {
    const { id: _, caseId: __, ...content } = logVisitInput.parse({ ...least, metCount: 3 })
    expect(contentOf(columnsOf(content))).toEqual(content)
    expect(changesOf(content, content)).toEqual({})
    expect(changesOf(content, { ...content, metCount: undefined, settled: '已修' })).toEqual({
      metCount: [3, null],
      settled: ['', '已修'],
    })
  })
})
