import { describe, expect, it, test } from 'vitest'
import {
  endErrors,
  isBound,
  isInForce,
  replaceErrors,
  type Slot,
  slotGaps,
  slots,
  standardSlots,
} from '@/lib/assignments/rules'

const today = '2026-03-10'
const codes = (errors: { code: string }[]) => errors.map((error) => error.code)

describe('in force', () => {
  test.each([
    ['2026-03-10', null, true],
    ['2026-03-11', null, false],
    ['2026-01-01', '2026-03-10', true],
    ['2026-01-01', '2026-03-09', false],
  ])('from %s to %s: %s', (from, to, expected) => {
    expect(isInForce({ from, to }, today)).toBe(expected)
  })
})

describe('四个一', () => {
  const held = (slot: Slot) => ({ slot, from: '2026-01-01', to: null })
  it('shows all four while nobody is assigned', () => {
    expect(slotGaps([], today)).toEqual([
      'COUNTY_LEADER',
      'TOWNSHIP_LEADER',
      'WORK_TEAM',
      'HELPER_UNIT',
    ])
  })
  it.each([...standardSlots])('shows %s alone when the others are held', (slot) => {
    expect(slotGaps(standardSlots.filter((other) => other !== slot).map(held), today)).toEqual([
      slot,
    ])
  })
  it('does not ask for the other slots', () => {
    expect(slotGaps(standardSlots.map(held), today)).toEqual([])
    expect(slotGaps(slots.map(held), today)).toEqual([])
  })
  it('opens a gap again when an assignment ends or has not begun', () => {
    const others = standardSlots.filter((slot) => slot !== 'WORK_TEAM').map(held)
    const ended = { slot: 'WORK_TEAM' as const, from: '2026-01-01', to: '2026-03-09' }
    const coming = { slot: 'WORK_TEAM' as const, from: '2026-03-11', to: null }
    expect(slotGaps([...others, ended, coming], today)).toEqual(['WORK_TEAM'])
  })
})

describe('包保', () => {
  const openStages = ['CANDIDATE', 'PLANNING', 'PLAN_REVIEW', 'RECTIFYING']
  const lateStages = ['TOWNSHIP_ACCEPTANCE', 'COUNTY_ACCEPTANCE', 'CONSOLIDATING']
  test.each([...openStages, ...lateStages])('binds helper unit and work team in %s', (stage) => {
    expect(slots.filter((slot) => isBound(slot, stage))).toEqual(['HELPER_UNIT', 'WORK_TEAM'])
    expect(endErrors({ slot: 'WORK_TEAM', stage })).toEqual([
      { code: 'slotBound', params: { slot: 'WORK_TEAM' } },
    ])
    expect(endErrors({ slot: 'COUNTY_LEADER', stage })).toEqual([])
  })
  test.each(['CLOSED', 'NOT_CONFIRMED'])('binds nobody any more in %s', (stage) => {
    expect(slots.filter((slot) => isBound(slot, stage))).toEqual([])
    expect(endErrors({ slot: 'HELPER_UNIT', stage })).toEqual([])
  })
})

describe('replacing', () => {
  const change = {
    slot: 'HELPER_UNIT' as Slot,
    stage: 'RECTIFYING',
    predecessor: { holderId: 'old', from: '2026-01-01' },
    successor: { holderId: 'new', from: '2026-03-10' },
    handoverNote: '已交接台账和在办事项',
  }
  const other = { holderId: 'old', from: '2026-01-01' }
  test.each<[string, Partial<typeof change>, string[]]>([
    ['with a note', {}, []],
    ['without a note', { handoverNote: ' ' }, ['handoverNoteMissing']],
    ['without a note where nothing binds', { handoverNote: '', slot: 'PAIRED_BRANCH' }, []],
    ['without a note after closing', { handoverNote: '', stage: 'CLOSED' }, []],
    ['by itself', { successor: { ...other, from: '2026-03-10' } }, ['successorSame']],
    [
      'from the first day',
      { successor: { holderId: 'new', from: '2026-01-01' } },
      ['successorTooEarly'],
    ],
    [
      'all wrong',
      { successor: other, handoverNote: '' },
      ['successorSame', 'successorTooEarly', 'handoverNoteMissing'],
    ],
  ])('%s', (_, wrong, expected) => {
    expect(codes(replaceErrors({ ...change, ...wrong }))).toEqual(expected)
  })
})
