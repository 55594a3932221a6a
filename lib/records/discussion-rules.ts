import type { Day } from '@/lib/dates'
import type { EntryIssue } from '@/lib/entries/check-entry'
import { type DiscussionLines, parts } from '@/lib/rule-sets/discussion-lines'
import { type Discussion, type DiscussionStep, discussionSteps } from './discussion-schema'

type Counts = { due?: number; present?: number; votes?: number }

/** The least number that reaches `fraction` of `whole`, in whole numbers throughout. */
export function leastPresent(fraction: string, whole: number): number {
  const { over, under } = parts(fraction)
  return Math.floor((over * whole + under - 1) / under)
}

/** The least number that is more than `fraction` of `whole`. */
export function leastAbove(fraction: string, whole: number): number {
  const { over, under } = parts(fraction)
  return Math.floor((over * whole) / under) + 1
}

/**
 * What stands against one step: those due, present and for it are asked where the rule set draws a
 * line, presence must reach its line and approval pass it. Field names are those of the form.
 */
export function stepIssues(
  step: DiscussionStep,
  counts: Counts,
  lines: DiscussionLines,
): EntryIssue[] {
  const { presence, approval, of } = lines[step]
  const at = (field: keyof Counts) => `detail.${step}.${field}`
  const asked = (['due', 'present', 'votes'] as const).filter((field) =>
    field === 'votes' ? approval !== '0' : presence !== '0' || approval !== '0',
  )
  const missing = asked.filter((field) => counts[field] === undefined)
  if (missing.length > 0) return missing.map((field) => ({ field: at(field), code: 'required' }))
  const { due = 0, present = 0, votes = 0 } = counts
  if (asked.includes('due') && due === 0) return [{ field: at('due'), code: 'required' }]
  const issues: EntryIssue[] = []
  if (presence !== '0' && present < leastPresent(presence, due)) {
    const least = leastPresent(presence, due)
    issues.push({
      field: at('present'),
      code: 'presenceBelowLine',
      params: { fraction: presence, due, least },
    })
  }
  const base = of === 'DUE' ? due : present
  if (approval !== '0' && votes < leastAbove(approval, base)) {
    issues.push({
      field: at('votes'),
      code: of === 'DUE' ? 'approvalOfDueBelowLine' : 'approvalOfPresentBelowLine',
      params: { fraction: approval, base, least: leastAbove(approval, base) },
    })
  }
  return issues
}

/** What stands against a decision by 四议两公开: the order of its days, and every step. */
export function discussionIssues(
  detail: Discussion,
  day: Day,
  lines: DiscussionLines,
): EntryIssue[] {
  const days: [string, Day | undefined][] = [
    ['detail.branch.day', detail.branch.day],
    ['detail.committees.day', detail.committees.day],
    ['detail.members.day', detail.members.day],
    ['day', day],
    ['detail.decisionPublishedOn', detail.decisionPublishedOn],
    ['detail.resultPublishedOn', detail.resultPublishedOn],
  ]
  const given = days.filter((one): one is [string, Day] => one[1] !== undefined)
  const disorder = given.flatMap(([field, on], index) => {
    const before = given[index - 1]?.[1]
    return before && on < before ? [{ field, code: 'stepsOutOfTime', params: { before } }] : []
  })
  return [...disorder, ...discussionSteps.flatMap((step) => stepIssues(step, detail[step], lines))]
}
