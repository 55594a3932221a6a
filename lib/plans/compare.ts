import {
  type PlanContent,
  type PlanMeasure,
  type PlanProblem,
  type PlanSection,
  planSections,
} from '@/lib/plans/rules'

/** A field whose value differs; lists are joined by a space, a missing day is empty text. */
export type FieldDiff<Field extends string = string> = {
  field: Field
  before: string
  after: string
}

/** How one list of a plan differs between two versions; order is that of the later version. */
export type ListDiff<Item> = {
  added: Item[]
  removed: Item[]
  changed: { key: string; before: Item; after: Item; fields: FieldDiff[] }[]
}

export type PlanDiff = {
  sections: FieldDiff<PlanSection>[]
  problems: ListDiff<PlanProblem>
  measures: ListDiff<PlanMeasure>
  /** No difference at all; the order of problems and measures does not count. */
  identical: boolean
}

/** Compares two versions of a plan: problems and measures by `key`, text by section. */
export function comparePlans(before: PlanContent, after: PlanContent): PlanDiff {
  const sections = fieldDiffs(before.sections, after.sections, planSections)
  const problems = listDiff(before.problems, after.problems, [
    'kindCode',
    'title',
    'cause',
    'evidence',
  ])
  const measures = listDiff(before.measures, after.measures, [
    'move',
    'problemIds',
    'title',
    'target',
    'organisationName',
    'personName',
    'personPost',
    'startOn',
    'dueOn',
  ])
  const lists = [problems, measures]
  const identical =
    sections.length === 0 &&
    lists.every((list) => list.added.length + list.removed.length + list.changed.length === 0)
  return { sections, problems, measures, identical }
}

function listDiff<Item extends { key: string }>(
  before: readonly Item[],
  after: readonly Item[],
  fields: readonly (keyof Item & string)[],
): ListDiff<Item> {
  const earlier = new Map(before.map((item) => [item.key, item]))
  const kept = new Set(after.map((item) => item.key))
  const changed = after.flatMap((item) => {
    const old = earlier.get(item.key)
    const diffs = old ? fieldDiffs(old, item, fields) : []
    return old && diffs.length > 0
      ? [{ key: item.key, before: old, after: item, fields: diffs }]
      : []
  })
  return {
    added: after.filter((item) => !earlier.has(item.key)),
    removed: before.filter((item) => !kept.has(item.key)),
    changed,
  }
}

function fieldDiffs<Item extends object, Field extends keyof Item & string>(
  before: Item,
  after: Item,
  fields: readonly Field[],
): FieldDiff<Field>[] {
  return fields
    .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }))
    .filter((diff) => diff.before !== diff.after)
}

/** Lists are sets here (the problems a measure answers), so their order is no difference. */
function textOf(value: unknown): string {
  return Array.isArray(value) ? value.toSorted().join(' ') : String(value ?? '')
}
