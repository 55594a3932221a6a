import type { Day } from '@/lib/dates'
import type { RuleMessage } from '@/lib/rule-message'
import { comparePlans } from './compare'
import type { PlanContent } from './rules'

/** A measure in force, as far as a revision must respect it. */
export type InForce = {
  id: string
  number: number
  title: string
  status: 'OPEN' | 'DONE' | 'CANCELLED'
  dueOn: Day
}

/** The approved version with the deadlines in force, which extensions have moved. */
export function withDeadlines(plan: PlanContent, measures: readonly InForce[]): PlanContent {
  const due = new Map(measures.map(({ id, dueOn }) => [id, dueOn]))
  return {
    ...plan,
    measures: plan.measures.map((measure) => ({
      ...measure,
      dueOn: due.get(measure.key) ?? measure.dueOn,
    })),
  }
}

/**
 * What stands against submitting a revision, besides what stands against any plan:
 * `revisionUnchanged` when neither text nor measures differ from what is in force, and for a
 * measure that is done `doneMeasureRemoved` or `doneMeasureChanged` (with `number`, `title`).
 */
export function revisionBlockers(
  approved: PlanContent,
  draft: PlanContent,
  measures: readonly InForce[],
): RuleMessage[] {
  const diff = comparePlans(withDeadlines(approved, measures), draft)
  const { added, removed, changed } = diff.measures
  const untouched = diff.sections.length + added.length + removed.length + changed.length === 0
  const done = measures.filter(({ status }) => status === 'DONE')
  const named = (code: string, keys: readonly { key: string }[]): RuleMessage[] =>
    done
      .filter(({ id }) => keys.some(({ key }) => key === id))
      .map(({ number, title }) => ({ code, params: { number, title } }))
  return [
    ...(untouched ? [{ code: 'revisionUnchanged' }] : []),
    ...named('doneMeasureRemoved', removed),
    ...named('doneMeasureChanged', changed),
  ]
}
