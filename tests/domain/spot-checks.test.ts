import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conflictsOf } from '@/lib/spot-checks/conflict-rules'
import { answersTo, defaultSheet, sheet } from '@/lib/spot-checks/sheet'

const inspector = { id: 'u1', townshipIds: ['450223201'], organisationIds: ['o1', 'o2'] }
const village = {
  ...{ id: 'v', townshipId: '450223103', organisationIds: ['o9'], userIds: ['u9'] },
  lastInspectorIds: ['u8'],
}

describe('conflicts of interest', () => {
  test.each([
    ['none', {}, []],
    ['own township', { townshipId: '450223201' }, ['ownTownship']],
    ['own unit', { organisationIds: ['o9', 'o2'] }, ['ownUnit']],
    ['responsible in person', { userIds: ['u1'] }, ['pairedVillage']],
    ['made the last check', { lastInspectorIds: ['u8', 'u1'] }, ['checkedLast']],
    [
      'all at once',
      {
        ...{ townshipId: '450223201', organisationIds: ['o1'], userIds: ['u1'] },
        lastInspectorIds: ['u1'],
      },
      ['ownTownship', 'ownUnit', 'pairedVillage', 'checkedLast'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(conflictsOf(inspector, { ...village, ...change })).toEqual(expected)
  })
})

describe('a sheet', () => {
  test('takes each answer in its question’s type and drops what no question asks', () => {
    const given = {
      ...{ team: '正常', measures: '一致', resident: 'no', helper: 'yes' },
      disclosure: '未公开',
    }
    const parsed = answersTo(defaultSheet).parse({ ...given, asked: '12', heard: '', other: 'x' })
    expect(parsed).toEqual({ ...given, asked: 12 })
  })

  test('refuses an option it does not have, a word for a number, and silence where it asks', () => {
    const parsed = answersTo(defaultSheet).safeParse({ team: '很好', asked: '许多' })
    const fields = parsed.error?.issues.map(({ path }) => path.join('.')).sort()
    expect(fields).toEqual(['asked', 'disclosure', 'helper', 'measures', 'resident', 'team'])
  })

  test('has each code once, options for a choice and for nothing else', () => {
    const choice = { code: 'a', kind: 'CHOICE', text: '题目' }
    expect(sheet.safeParse([{ ...choice, options: ['是'] }]).success).toBe(false)
    expect(sheet.safeParse([{ ...choice, kind: 'TEXT', options: ['是', '否'] }]).success).toBe(
      false,
    )
    const twice = [
      { ...choice, options: ['是', '否'] },
      { ...choice, options: ['是', '否'] },
    ]
    expect(sheet.safeParse(twice).success).toBe(false)
    expect(sheet.parse(defaultSheet)).toEqual(defaultSheet)
  })

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (given) => {
        expect(typeof answersTo(defaultSheet).safeParse(given).success).toBe('boolean')
      }),
    )
  })
})
