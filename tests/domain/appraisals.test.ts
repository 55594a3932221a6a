import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Appraised, Facts } from '@/lib/appraisals/facts'
import { itemsOf } from '@/lib/appraisals/formulas'
import { gradeOf, needsRecheck, scoresOf, selfOnScale } from '@/lib/appraisals/score'
import { sheetOf } from '@/lib/appraisals/sheet'
import { defaultAppraisal } from '@/lib/rule-sets/appraisal-defaults'
import { appraisalRules } from '@/lib/rule-sets/appraisal-rules'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import { formalismOf } from '@/lib/rule-sets/formalism'
import { parseRuleSet, ruleSetSchema } from '@/lib/rule-sets/schema'

const titled = (zh: string, en = 'x') => ({ title: { zh, en } })

describe('the lint of indicators', () => {
  test.each([
    ['checkIn', titled('驻村签到率')],
    ['checkIn', titled('每日打卡次数')],
    ['checkIn', { code: 'dailyCheckIn' }],
    ['onlineTime', titled('党员在线学习时长')],
    ['onlineTime', titled('平台使用', 'Hours online')],
    ['onlineTime', { code: 'onlineTime' }],
    ['photoCount', titled('走访照片数量')],
    ['photoCount', titled('上传工作照片')],
    ['photoCount', titled('走访', 'Number of photos')],
    ['photoCount', { formula: 'photoCount' }],
    ['points', titled('党员积分')],
    ['points', { code: 'points' }],
    ['points', titled('先锋', 'Activity points')],
    ['login', titled('系统登录率')],
    ['login', titled('小程序活跃度')],
    ['login', { formula: 'loginCount' }],
    ['login', { source: '平台登录记录' }],
    ['traces', titled('走访轨迹')],
    ['ranking', titled('包村干部排名')],
  ])('refuses %s: %o', (kind, indicator) => {
    expect(formalismOf(indicator)).toBe(kind)
  })

  test('lets pass what shows results, and the catalogues every county starts with', () => {
    for (const title of [
      '措施按期完成',
      '重点工作落实',
      '登记在册的问题整改率',
      '党员大会到会率',
    ]) {
      expect(formalismOf(titled(title, 'Key points of work done'))).toBeUndefined()
    }
    for (const one of [...defaultAppraisal.township, ...defaultAppraisal.helperUnit]) {
      expect([one.code, formalismOf(one)]).toEqual([one.code, undefined])
    }
  })

  test('a rule set with such an indicator is refused by its field, with what is wrong', () => {
    const township = defaultAppraisal.township.map((one, index) =>
      index === 0 ? { ...one, title: { zh: '驻村打卡率', en: 'Attendance' } } : one,
    )
    const appraisal = { ...defaultAppraisal, township }
    const { error } = ruleSetSchema.safeParse({ ...defaultRuleSet, appraisal })
    expect(error?.issues).toEqual([
      expect.objectContaining({
        path: ['appraisal', 'township', 0, 'title', 'zh'],
        params: { code: 'indicatorFormalism', kind: 'checkIn' },
      }),
    ])
  })
})

describe('the rules of the appraisal', () => {
  const issues = (change: object) =>
    appraisalRules
      .safeParse({ ...defaultAppraisal, ...change })
      .error?.issues.map(({ message }) => message)

  test('weights sum to 100, codes are unique, formulas fit, bands leave no gap', () => {
    const [first, ...rest] = defaultAppraisal.township
    if (!first) throw new Error('no indicator')
    expect(issues({ township: [{ ...first, weight: first.weight + 1 }, ...rest] })).toEqual([
      'weightsNotHundred',
    ])
    expect(issues({ township: [{ ...first, code: rest[0]?.code }, ...rest] })).toEqual([
      'indicatorRepeated',
    ])
    expect(issues({ township: [{ ...first, formula: 'contactsKept' }, ...rest] })).toEqual([
      'formulaElsewhere',
    ])
    expect(issues({ bands: defaultAppraisal.bands.slice(0, 3) })).toEqual(['gradesLeaveGap'])
  })

  test('a rule set stored before there were any still reads, with the usual ones', () => {
    const { appraisal: _, watchList: __, ...stored } = JSON.parse(JSON.stringify(defaultRuleSet))
    expect(parseRuleSet(stored)).toEqual(defaultRuleSet)
  })
})

describe('scores', () => {
  const value = (weight: number, numerator: number, denominator: number) => ({
    ...{ weight, numerator, denominator },
  })

  test('what does not apply spreads its weight over the rest, exactly', () => {
    const { lines, total } = scoresOf([value(40, 1, 2), value(30, 0, 0), value(30, 3, 3)])
    expect(lines).toEqual([
      { effective: 5714, score: 2857 },
      { effective: 0, score: null },
      { effective: 4286, score: 4286 },
    ])
    expect(total).toBe(7143)
  })

  test('nothing applies: no score and no grade', () => {
    const { total } = scoresOf([value(60, 0, 0), value(40, 0, 0)])
    expect([total, gradeOf(total, defaultAppraisal.bands)]).toEqual([null, ''])
  })

  test('full marks are 10,000 whatever applies, no score passes its weight, the total is the sum', () => {
    const one = fc.record({
      weight: fc.integer({ min: 1, max: 100 }),
      denominator: fc.integer({ min: 0, max: 5_000 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 40 }), (given) => {
        const values = given.map(({ share, denominator, weight }) =>
          value(weight, Math.floor(share * denominator), denominator),
        )
        const { lines, total } = scoresOf(values)
        const applies = values.some(({ denominator }) => denominator > 0)
        const weighed = lines.reduce((sum, line) => sum + line.effective, 0)
        expect(weighed).toBe(applies ? 10_000 : 0)
        expect(total).toBe(applies ? lines.reduce((sum, line) => sum + (line.score ?? 0), 0) : null)
        for (const line of lines) expect(line.score ?? 0).toBeLessThanOrEqual(line.effective)
        const full = scoresOf(values.map((v) => ({ ...v, numerator: v.denominator })))
        expect(full.total).toBe(applies ? 10_000 : null)
      }),
    )
  })

  test.each([
    [10_000, 'EXCELLENT'],
    [9_000, 'EXCELLENT'],
    [8_999, 'GOOD'],
    [8_000, 'GOOD'],
    [7_999, 'PASS'],
    [6_000, 'PASS'],
    [5_999, 'FAIL'],
    [0, 'FAIL'],
  ])('bands are half-open: %i is %s', (total, grade) => {
    expect(gradeOf(total, defaultAppraisal.bands)).toBe(grade)
  })

  test('a self-score asks for a recheck beyond the allowed part of the full score, not at it', () => {
    expect(needsRecheck(2500, 2250, 2500, 10)).toBe(false)
    expect(needsRecheck(2500, 2249, 2500, 10)).toBe(true)
    expect(needsRecheck(1999, 2250, 2500, 10)).toBe(true)
    expect(selfOnScale(2500, 25, 5000)).toBe(5000)
  })
})

describe('formulas', () => {
  const nobody: Facts = {
    ...{ cases: [], measures: [], problems: [], assignments: [], commitments: [], followUps: [] },
    ...{ instructions: [], requests: [], notices: [], contacts: [], surveys: [] },
  }
  const place = { caseId: 'c', townshipId: 't', village: '演示村' }
  const kase = {
    ...{ ...place, id: 'c', batch: '第一批', targetEndOn: '2025-12-31', closedOn: null },
    ...{ confirmedOn: '2025-01-10', pauses: [] },
  }
  const township: Appraised = { id: 'T', name: '某乡', kind: 'TOWNSHIP', townshipId: 't' }
  const unit: Appraised = { id: 'U', name: '某局', kind: 'HELPER_UNIT', townshipId: null }
  const period = { from: '2025-01-01', to: '2025-12-31', asOf: '2025-12-31' }
  const count = (formula: Parameters<typeof itemsOf>[0], who: Appraised, facts: Partial<Facts>) => {
    const given = { facts: { ...nobody, ...facts }, who, period, contactMonths: 3 }
    const items = itemsOf(formula, given)
    const sum = (field: 'counts' | 'of') => items.reduce((all, item) => all + item[field], 0)
    return `${sum('counts')}/${sum('of')}`
  }
  const measure = (change: object) => ({
    ...{ ...place, id: 'm', number: 1, title: '措施', open: false, paused: false },
    ...{ organisationId: 'T', ofDepartment: false, dueOn: '2025-06-30', doneOn: '2025-06-30' },
    ...change,
  })

  test('a measure counts for whom it was given to, in the period of its day, when done by it', () => {
    const measures = [
      measure({}),
      measure({ doneOn: '2025-07-01' }),
      measure({ doneOn: null, open: true }),
      measure({ dueOn: '2026-01-01', doneOn: '2025-02-01' }),
      measure({ organisationId: 'U', ofDepartment: true, doneOn: null }),
      measure({ organisationId: null }),
      measure({ paused: true, doneOn: null }),
    ]
    expect(count('measuresOnTime', township, { measures })).toBe('2/4')
    expect(count('measuresOnTime', unit, { measures })).toBe('0/1')
  })

  test('contacts are expected in whole spans of the rhythm while paired, open and not paused', () => {
    const bound = { id: 'a', caseId: 'c', slot: 'HELPER_UNIT', organisationId: 'U', holder: '某局' }
    const assignments = [{ ...bound, fromOn: '2025-02-01', toOn: null }]
    const contacts = [
      { caseId: 'c', organisationId: 'U', day: '2025-05-05' },
      { caseId: 'c', organisationId: 'other', day: '2025-08-05' },
    ]
    const given = { assignments, contacts, cases: [kase] }
    // The first quarter had begun before the pairing.
    expect(count('contactsKept', unit, given)).toBe('1/3')
    const paused = { ...kase, pauses: [{ from: '2025-10-10', to: '2025-10-12' }] }
    expect(count('contactsKept', unit, { ...given, cases: [paused] })).toBe('1/2')
  })

  test('slots, problems, commitments, ballots', () => {
    const slot = (name: string) => ({
      ...{ id: name, caseId: 'c', slot: name, organisationId: null, holder: '某', toOn: null },
      fromOn: '2025-02-01',
    })
    expect(
      count('slotsFilled', township, {
        cases: [kase],
        assignments: [slot('COUNTY_LEADER'), slot('WORK_TEAM'), slot('PAIRED_BRANCH')],
      }),
    ).toBe('2/4')
    const problem = { ...place, id: 'p', number: 1, title: '问题' }
    const problems = [
      { ...problem, verified: true },
      { ...problem, verified: false },
      { ...problem, caseId: 'other', verified: false },
    ]
    expect(count('problemsVerified', township, { cases: [kase], problems })).toBe('1/2')
    const promise = { ...place, id: 'k', position: 'VILLAGE_SECRETARY', dueOn: '2025-09-30' }
    const commitments = ['KEPT', 'PARTLY', null].map((result) => ({ ...promise, result }))
    expect(count('commitmentsKept', township, { commitments })).toBe('1/3')
    const survey = { ...place, id: 's', title: '', closedOn: '2025-11-11' }
    const surveys = [{ ...survey, satisfied: 40, valid: 50 }]
    expect(count('satisfaction', township, { cases: [kase], surveys })).toBe('40/50')
    expect(count('satisfaction', unit, { cases: [kase], surveys })).toBe('0/0')
  })

  test('包保 is shown: held, released after closing, replaced before', () => {
    const one = { id: 'a', caseId: 'c', slot: 'HELPER_UNIT', organisationId: 'U', holder: '某局' }
    const closed = { ...kase, closedOn: '2025-11-30' }
    const standing = (cases: Facts['cases'], toOn: string | null) =>
      sheetOf(
        unit,
        { ...nobody, cases, assignments: [{ ...one, fromOn: '2025-02-01', toOn }] },
        { period, rules: defaultAppraisal, contactMonths: 3 },
      ).bindings.map((binding) => binding.standing)
    expect(standing([kase], null)).toEqual(['HELD'])
    expect(standing([closed], '2025-11-30')).toEqual(['RELEASED'])
    expect(standing([kase], '2025-06-30')).toEqual(['REPLACED'])
  })
})
