import { describe, expect, test } from 'vitest'
import { chosenSides, sidesOf } from '@/lib/plans/comparison'
import { lineKey } from '@/lib/plans/content'
import { type InForce, revisionBlockers, withDeadlines } from '@/lib/plans/revision-rules'
import { type PlanContent, type PlanMeasure, planSections } from '@/lib/plans/rules'
import type { PlanVersionRow } from '@/lib/plans/select'

const measure = (key: string, change: Partial<PlanMeasure> = {}): PlanMeasure => ({
  key,
  move: 'TEAM',
  problemIds: ['p1'],
  title: `措施${key}`,
  target: '班子配齐',
  organisationName: '江口乡党委',
  personName: '韦某',
  personPost: '',
  startOn: '2026-01-10',
  dueOn: '2026-06-30',
  ...change,
})
const plan = (...measures: PlanMeasure[]): PlanContent => ({
  sections: Object.fromEntries(
    planSections.map((section) => [section, '']),
  ) as PlanContent['sections'],
  problems: [],
  measures,
})
const inForce = (id: string, change: Partial<InForce> = {}): InForce => ({
  id,
  number: 1,
  title: `措施${id}`,
  status: 'OPEN',
  dueOn: '2026-06-30',
  ...change,
})

describe('revising', () => {
  test('nothing changed is no revision; a deadline that an extension moved is no change', () => {
    const approved = plan(measure('a'))
    const codes = (draft: PlanContent, measures: InForce[]) =>
      revisionBlockers(approved, draft, measures).map(({ code }) => code)
    expect(codes(plan(measure('a')), [inForce('a')])).toEqual(['revisionUnchanged'])
    const moved = [inForce('a', { dueOn: '2026-08-31' })]
    expect(codes(plan(measure('a', { dueOn: '2026-08-31' })), moved)).toEqual(['revisionUnchanged'])
    expect(codes(plan(measure('a', { personName: '覃某' })), [inForce('a')])).toEqual([])
    expect(codes(plan(measure('a'), measure('b')), [inForce('a')])).toEqual([])
  })

  test('a measure that is done stays as it is', () => {
    const approved = plan(measure('a'), measure('b'))
    const measures = [inForce('a', { status: 'DONE', number: 4 }), inForce('b')]
    expect(revisionBlockers(approved, plan(measure('b')), measures)).toEqual([
      { code: 'doneMeasureRemoved', params: { number: 4, title: '措施a' } },
    ])
    const changed = plan(measure('a', { target: '另一目标' }), measure('b'))
    expect(revisionBlockers(approved, changed, measures)).toEqual([
      { code: 'doneMeasureChanged', params: { number: 4, title: '措施a' } },
    ])
    expect(revisionBlockers(approved, plan(measure('a')), measures)).toEqual([])
  })

  test('deadlines in force replace those the approved version states', () => {
    const measures = [inForce('a', { dueOn: '2026-08-31' })]
    const dues = withDeadlines(plan(measure('a'), measure('b')), measures).measures
    expect(dues.map(({ dueOn }) => dueOn)).toEqual(['2026-08-31', '2026-06-30'])
  })
})

describe('comparing', () => {
  const version = (number: number, returned: unknown = null) =>
    ({ number, returned }) as PlanVersionRow
  const ids = (
    versions: PlanVersionRow[],
    asked: { before?: string; after?: string } = {},
  ): (string | undefined)[] => {
    const chosen = chosenSides(versions, asked)
    return [chosen?.before.id, chosen?.after.id]
  }

  test('the newest version stands against what its reader saw before', () => {
    expect(ids([version(2), version(1)])).toEqual(['1', '2'])
    expect(ids([version(2, {}), version(1)])).toEqual(['2-returned', '2'])
    expect(ids([version(1)])).toEqual(['1', '1'])
    expect(ids([])).toEqual([undefined, undefined])
  })

  test('any two can be asked for; what does not exist falls back', () => {
    const versions = [version(3), version(2, {}), version(1)]
    expect(sidesOf(versions).map(({ id }) => id)).toEqual(['3', '2', '2-returned', '1'])
    expect(ids(versions, { before: '1', after: '2-returned' })).toEqual(['1', '2-returned'])
    expect(ids(versions, { before: '9', after: 'x' })).toEqual(['2', '3'])
  })

  test('a line keeps its key when its measure comes into force', () => {
    const before = { id: 'line', measureId: null }
    const after = { id: 'line', measureId: 'line' }
    expect(lineKey(after)).toBe(lineKey(before))
    expect(lineKey({ id: 'copy', measureId: 'line' })).toBe('line')
  })
})
