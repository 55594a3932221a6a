import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { comparePlans } from '@/lib/plans/compare'
import {
  type PlanContent,
  type PlanMeasure,
  type PlanProblem,
  planSections,
  planWarnings,
  submitBlockers,
  uncoveredProblems,
} from '@/lib/plans/rules'

const problem = (key: string, change: Partial<PlanProblem> = {}): PlanProblem => ({
  key,
  kindCode: 'TEAM_INCOMPLETE',
  title: '班子缺员两名',
  cause: '后备力量不足',
  evidence: '乡镇党委摸底表',
  ...change,
})
const measure = (key: string, change: Partial<PlanMeasure> = {}): PlanMeasure => ({
  key,
  move: 'TEAM',
  problemIds: ['p1'],
  title: '补选班子成员',
  target: '班子配齐5人',
  organisationName: '江口乡党委',
  personName: '韦某',
  personPost: '乡党委书记',
  startOn: '2026-01-10',
  dueOn: '2026-06-30',
  ...change,
})
const sections = Object.fromEntries(
  planSections.map((section) => [section, '内容']),
) as PlanContent['sections']
const plan: PlanContent = {
  sections,
  problems: [problem('p1'), problem('p2')],
  measures: [measure('m1'), measure('m2', { problemIds: ['p2', 'p1'] })],
}

describe('submitting', () => {
  it('takes a complete plan', () => {
    expect(submitBlockers(plan)).toEqual([])
  })
  test.each<[string, Partial<PlanMeasure>]>([
    ['measureWithoutProblem', { problemIds: [] }],
    ['measureProblemUnknown', { problemIds: ['p1', 'p9'] }],
    ['measureTitleMissing', { title: ' ' }],
    ['measureTargetMissing', { target: '\n' }],
    ['measureOrganisationMissing', { organisationName: '' }],
    ['measurePersonMissing', { personName: '' }],
    ['measureStartMissing', { startOn: null }],
    ['measureDueMissing', { dueOn: null }],
    ['measureStartAfterDue', { startOn: '2026-07-01' }],
  ])('%s', (code, change) => {
    const broken = { ...plan, measures: [...plan.measures, measure('m3', change)] }
    expect(submitBlockers(broken)).toEqual([{ code, about: { type: 'measure', key: 'm3' } }])
  })
  it('lets a measure begin on its deadline', () => {
    const fine = [measure('m3', { startOn: '2026-06-30' })]
    expect(submitBlockers({ ...plan, measures: [...plan.measures, ...fine] })).toEqual([])
  })
  it('lists everything at once', () => {
    const codes = submitBlockers({ ...plan, problems: [], measures: [] }).map(({ code }) => code)
    expect(codes).toEqual(['planWithoutProblems', 'planWithoutMeasures'])
    const broken = measure('m1', { target: '', personName: '' })
    expect(submitBlockers({ ...plan, measures: [broken] })).toEqual([
      { code: 'problemUncovered', about: { type: 'problem', key: 'p2' } },
      { code: 'measureTargetMissing', about: { type: 'measure', key: 'm1' } },
      { code: 'measurePersonMissing', about: { type: 'measure', key: 'm1' } },
    ])
  })
  it('finds exactly the problems without a measure', () => {
    const keys = ['a', 'b', 'c', 'd', 'e']
    fc.assert(
      fc.property(fc.array(fc.subarray(keys), { maxLength: 4 }), (targets) => {
        const measures = targets.map((problemIds, index) => measure(`m${index}`, { problemIds }))
        const open = keys.filter((key) => !targets.flat().includes(key))
        expect(uncoveredProblems({ problems: keys.map((key) => problem(key)), measures })).toEqual(
          open,
        )
      }),
    )
  })
})

describe('warnings', () => {
  it('has none for a full plan within the batch', () => {
    expect(planWarnings(plan, '2026-06-30')).toEqual([])
    expect(planWarnings(plan, null)).toEqual([])
  })
  it('names empty sections and late deadlines', () => {
    const thin = { ...plan, sections: { ...sections, goals: ' ' } }
    expect(planWarnings(thin, '2026-06-29')).toEqual([
      { code: 'sectionEmpty', about: { type: 'section', key: 'goals' } },
      ...['m1', 'm2'].map((key) => ({
        code: 'measureDueAfterBatchEnd',
        params: { due: '2026-06-30', end: '2026-06-29' },
        about: { type: 'measure', key },
      })),
    ])
  })
})

describe('comparing versions', () => {
  it('finds nothing between a plan and its copy, in whatever order', () => {
    const copy = { ...structuredClone(plan), problems: plan.problems.toReversed() }
    const reordered = plan.measures.map((item) => ({
      ...item,
      problemIds: item.problemIds.toReversed(),
    }))
    const diff = comparePlans(plan, { ...copy, measures: reordered })
    expect(diff.identical).toBe(true)
    expect(diff.problems).toEqual({ added: [], removed: [], changed: [] })
  })
  it('shows what was added, removed and changed, field by field', () => {
    const after: PlanContent = {
      sections: { ...sections, goals: '新目标' },
      problems: [problem('p1', { cause: '人才外流' }), problem('p3')],
      measures: [
        measure('m1', { dueOn: null, problemIds: ['p3', 'p1'] }),
        measure('m3', { move: 'SERVICE' }),
      ],
    }
    const diff = comparePlans(plan, after)
    expect(diff.identical).toBe(false)
    expect(diff.sections).toEqual([{ field: 'goals', before: '内容', after: '新目标' }])
    expect(diff.problems.added).toEqual([after.problems[1]])
    expect(diff.problems.removed).toEqual([plan.problems[1]])
    expect(diff.problems.changed).toEqual([
      {
        key: 'p1',
        before: plan.problems[0],
        after: after.problems[0],
        fields: [{ field: 'cause', before: '后备力量不足', after: '人才外流' }],
      },
    ])
    expect(diff.measures.added.map((item) => item.key)).toEqual(['m3'])
    expect(diff.measures.removed.map((item) => item.key)).toEqual(['m2'])
    expect(diff.measures.changed[0]?.fields).toEqual([
      { field: 'problemIds', before: 'p1', after: 'p1 p3' },
      { field: 'dueOn', before: '2026-06-30', after: '' },
    ])
  })
  it("is not identical when only one list differs, or one item took another's place", () => {
    const [first] = plan.problems
    const swapped = { ...plan, problems: [first ?? problem('p1'), problem('p3')] }
    expect(comparePlans(plan, swapped).identical).toBe(false)
    expect(comparePlans(plan, { ...plan, measures: [] }).identical).toBe(false)
    expect(comparePlans({ ...plan, problems: [] }, plan).identical).toBe(false)
  })
  it('sees a change in every single field', () => {
    const different: PlanMeasure = {
      key: 'm1',
      move: 'SERVICE',
      problemIds: [],
      title: '1',
      target: '2',
      organisationName: '3',
      personName: '4',
      personPost: '5',
      startOn: '2026-01-11',
      dueOn: null,
    }
    for (const [field, value] of Object.entries(different).filter(([name]) => name !== 'key')) {
      const after = {
        ...plan,
        measures: [measure('m1', { [field]: value }), ...plan.measures.slice(1)],
      }
      expect(
        comparePlans(plan, after).measures.changed[0]?.fields.map((diff) => diff.field),
      ).toEqual([field])
    }
    for (const field of ['kindCode', 'title', 'cause', 'evidence']) {
      const after = {
        ...plan,
        problems: [problem('p1', { [field]: '改' }), ...plan.problems.slice(1)],
      }
      expect(
        comparePlans(plan, after).problems.changed[0]?.fields.map((diff) => diff.field),
      ).toEqual([field])
    }
  })
  it('is the mirror image in the other direction', () => {
    const keys = fc.subarray(['p1', 'p2', 'p3', 'p4'])
    const causes = fc.constantFrom('甲', '乙')
    const anyPlan = fc.tuple(keys, causes).map(([chosen, cause]) => ({
      ...plan,
      problems: chosen.map((key) => problem(key, { cause })),
    }))
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, two) => {
        const there = comparePlans(one, two)
        const back = comparePlans(two, one)
        expect(back.problems.added).toEqual(there.problems.removed)
        expect(back.problems.removed).toEqual(there.problems.added)
        expect(new Set(back.problems.changed.map((item) => item.key))).toEqual(
          new Set(there.problems.changed.map((item) => item.key)),
        )
        expect(back.identical).toBe(there.identical)
      }),
    )
  })
})
