import { addDays, type Day, daysBetween } from '@/lib/dates'
import type { RuleMessage } from '@/lib/rule-message'
import type { RuleSet } from '@/lib/rule-sets/schema'

/**
 * What stands against a progress update: `percentInvalid` (not a whole number from 0 to 100) or
 * `percentDownNeedsNote` (progress may go back only when a note says why).
 */
export function progressErrors(update: {
  previousPercent: number
  percent: number
  note: string
}): RuleMessage[] {
  const { previousPercent, percent, note } = update
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) {
    return [{ code: 'percentInvalid' }]
  }
  if (percent < previousPercent && note.trim() === '') {
    return [{ code: 'percentDownNeedsNote', params: { from: previousPercent, to: percent } }]
  }
  return []
}

/** What stands against marking a measure done: `measureNotComplete` below 100 percent. */
export function doneErrors({ percent }: { percent: number }): RuleMessage[] {
  return percent === 100 ? [] : [{ code: 'measureNotComplete', params: { percent } }]
}

/** A deadline move: from the due day then in force to a new one. */
export type DeadlineMove = { oldDueOn: Day; newDueOn: Day }

/**
 * Whether the deadline of a measure may be moved once more. `granted` are the extensions granted
 * so far, `caps` the rule set's caps per measure. Reasons: `extensionNotLater` (the new day must
 * be after the one in force), `extensionPending` (another request waits for its decision),
 * `extensionCountReached` (with `max`), `extensionDaysExceeded` (with `max`, calendar days
 * `left`, and `latest`, the last day that could be granted).
 */
export function extensionAllowed(request: {
  dueOn: Day
  newDueOn: Day
  granted: readonly DeadlineMove[]
  pending: boolean
  caps: RuleSet['extensions']
}): { allowed: boolean; reasons: RuleMessage[] } {
  const { dueOn, newDueOn, granted, caps } = request
  const used = granted.reduce((sum, move) => sum + daysBetween(move.oldDueOn, move.newDueOn), 0)
  const left = Math.max(0, caps.maxTotalDays - used)
  const countReached = granted.length >= caps.maxPerMeasure
  const reasons: RuleMessage[] = []
  if (newDueOn <= dueOn) reasons.push({ code: 'extensionNotLater', params: { due: dueOn } })
  if (request.pending) reasons.push({ code: 'extensionPending' })
  if (countReached) {
    reasons.push({ code: 'extensionCountReached', params: { max: caps.maxPerMeasure } })
  } else if (daysBetween(dueOn, newDueOn) > left) {
    const params = { max: caps.maxTotalDays, left, latest: addDays(dueOn, left) }
    reasons.push({ code: 'extensionDaysExceeded', params })
  }
  return { allowed: reasons.length === 0, reasons }
}

/**
 * The first day on which progress of a measure can have happened: its start or the approval of
 * the plan, whichever is earlier (some begin at once, 边查边改), but never before the village was
 * confirmed.
 */
export function earliestProgress(days: {
  startOn: Day
  confirmedOn: Day | null
  planApprovedOn: Day | null
}): Day {
  const { startOn, confirmedOn, planApprovedOn } = days
  const begun = planApprovedOn !== null && planApprovedOn < startOn ? planApprovedOn : startOn
  return confirmedOn !== null && begun < confirmedOn ? confirmedOn : begun
}

/** Entered more than this many days after it happened, an update is marked 补录, neutrally. */
const lateAfterDays = 7

export function isLate(happenedOn: Day, enteredOn: Day): boolean {
  return daysBetween(happenedOn, enteredOn) > lateAfterDays
}
