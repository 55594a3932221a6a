import { describe, expect, test } from 'vitest'
import { readFilters } from '@/lib/accounts/list-filters'
import { instructionFilters } from '@/lib/instructions/list-filter'
import { instructionState, returnRefused } from '@/lib/instructions/rules'

const answeredOn = '2026-03-12'
const row = { answeredOn, returns: 0, leaderId: 'leader', answeredById: 'helper' }
const leader = { role: 'COUNTY_LEADER' } as const
const office = { role: 'COUNTY_OFFICE' } as const

describe('where an instruction stands', () => {
  test.each([
    [{ answeredOn: null, returns: 0 }, 'waiting'],
    [{ answeredOn: null, returns: 2 }, 'returned'],
    [{ answeredOn, returns: 0 }, 'answered'],
    [{ answeredOn, returns: 1 }, 'answered'],
  ] as const)('%o is %s', (given, state) => {
    expect(instructionState(given)).toBe(state)
  })
})

describe('who returns an answer', () => {
  test('the leader who wrote it, and the county office', () => {
    expect(returnRefused(row, leader, ['leader'])).toBeNull()
    expect(returnRefused(row, office, ['clerk'])).toBeNull()
    expect(returnRefused({ ...row, leaderId: null }, office, ['clerk'])).toBeNull()
  })

  test('not another leader, nor any leader where the office named a person without an account', () => {
    expect(returnRefused(row, leader, ['other'])).toBe('notYourInstruction')
    expect(returnRefused({ ...row, leaderId: null }, leader, ['leader'])).toBe('notYourInstruction')
  })

  test('whoever stands in for the leader does it for them', () => {
    expect(returnRefused(row, leader, ['deputy', 'leader'])).toBeNull()
  })

  test('no one their own answer, and none that is not there', () => {
    expect(returnRefused({ ...row, answeredById: 'clerk' }, office, ['clerk'])).toBe('ownWork')
    expect(returnRefused({ ...row, answeredOn: null }, office, ['clerk'])).toBe(
      'instructionNotAnswered',
    )
  })
})

test('the list keeps what it understands of its address and says what it left out', () => {
  expect(readFilters(instructionFilters, { state: 'returned', township: '450223201' })).toEqual({
    filter: { state: 'returned', township: '450223201' },
    ignored: false,
  })
  expect(readFilters(instructionFilters, { state: 'lost', organisation: '1', after: '' })).toEqual({
    filter: {},
    ignored: true,
  })
})
