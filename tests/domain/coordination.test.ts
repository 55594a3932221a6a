import { describe, expect, test } from 'vitest'
import { calendarOf } from '@/lib/calendar/rules'
import { requestLight } from '@/lib/coordination/light'
import { parseRequestFilter, requestListHref } from '@/lib/coordination/list-filter'
import {
  coordinationSteps,
  coordinationVerbs,
  isPending,
  knowsStep,
} from '@/lib/coordination/rules'
import { fromDay } from '@/lib/dates'
import { townshipLines } from '@/lib/meetings/rules'
import { CoordinationStatus } from '@/prisma/generated/enums'

/* Every state × verb, written out: where the verb leads, or · where the state does not know it. */
const table = `
            route   decline   answer    settle   return  withdraw
  RAISED    ROUTED  DECLINED  ·         ·        ·       WITHDRAWN
  ROUTED    ROUTED  ·         ANSWERED  ·        ·       WITHDRAWN
  ANSWERED  ·       ·         ·         SETTLED  ROUTED  ·
  SETTLED   ·       ·         ·         ·        ·       ·
  DECLINED  ·       ·         ·         ·        ·       ·
  WITHDRAWN ·       ·         ·         ·        ·       ·
`
const [heads = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

describe('the states of a request', () => {
  test('have a row for every state and a column for every verb', () => {
    expect(heads).toEqual(coordinationVerbs)
    expect(rows.map(([state]) => state).sort()).toEqual(Object.values(CoordinationStatus).sort())
  })

  test.each(rows)('%s', (state, ...cells) => {
    const status = state as CoordinationStatus
    const found = coordinationVerbs.map((verb) =>
      knowsStep(verb, status) ? coordinationSteps[verb].to : '·',
    )
    expect(found).toEqual(cells)
    expect(isPending(status)).toBe(cells.some((cell) => cell !== '·'))
  })
})

describe('the light of a request', () => {
  const calendar = calendarOf([])
  const dates = { yellowOn: fromDay('2026-03-17'), redOn: fromDay('2026-03-21') }
  test.each([
    ['2026-03-16', 'green', 'coordinationOnTime'],
    ['2026-03-17', 'yellow', 'coordinationDueSoon'],
    ['2026-03-20', 'yellow', 'coordinationDueSoon'],
    ['2026-03-21', 'red', 'coordinationOverdue'],
  ])('on %s: %s', (today, colour, code) => {
    const light = requestLight({ status: 'ROUTED', ...dates }, today, calendar)
    expect(light).toMatchObject({ colour, code, params: { due: '2026-03-20' } })
  })

  test('is grey once it has ended, and while the township looks at the answer', () => {
    const ended = requestLight({ status: 'SETTLED', ...dates }, '2026-04-01', calendar)
    expect(ended).toMatchObject({ colour: 'grey', code: 'done' })
    const none = { yellowOn: null, redOn: null }
    const answered = requestLight({ status: 'ANSWERED', ...none }, '2026-04-01', calendar)
    expect(answered).toMatchObject({ colour: 'grey', code: 'noDeadline' })
  })
})

test('filters are read from an address and written back; the rest is told', () => {
  const given = { status: 'ROUTED', state: 'overdue', township: '450223201' }
  expect(parseRequestFilter(given)).toEqual({ filter: given, ignored: false })
  expect(requestListHref(given as never)).toBe(
    '/coordination?status=ROUTED&state=overdue&township=450223201',
  )
  for (const bad of [
    { status: 'LATE' },
    { township: '%' },
    { department: "' OR 1=1" },
    { after: '0' },
    { state: ['open', 'overdue'] },
  ]) {
    expect(parseRequestFilter(bad)).toEqual({ filter: {}, ignored: true })
  }
  expect(parseRequestFilter({ status: '', other: 'x' })).toEqual({ filter: {}, ignored: false })
})

test('a township’s line counts candidates apart and its own things only', () => {
  const cell = (count: number) => ({ count, colour: 'green' as const })
  const grid = [
    {
      id: '1',
      name: '甲乡',
      cells: { CANDIDATE: cell(2), RECTIFYING: cell(3), CLOSED: cell(4) },
      total: 9,
    },
  ]
  const [line] = townshipLines(grid, {
    measures: [
      { townshipId: '1', status: 'DONE', _count: { _all: 5 } },
      { townshipId: '1', status: 'OPEN', _count: { _all: 7 } },
      { townshipId: '2', status: 'OPEN', _count: { _all: 9 } },
    ],
    late: [{ townshipId: '1' }, { townshipId: '2' }],
    attention: [
      { townshipId: '1', red: true },
      { townshipId: '1', red: false },
    ],
    requests: [
      { townshipId: '1', overdue: true },
      { townshipId: '1', overdue: false },
      { townshipId: '2', overdue: true },
    ],
  })
  expect(line).toMatchObject({
    listed: 7,
    transformed: 4,
    rectifying: 3,
    candidates: 2,
    measures: 12,
    measuresDone: 5,
    late: 1,
    red: 1,
    requests: 2,
    requestsOverdue: 1,
  })
})
