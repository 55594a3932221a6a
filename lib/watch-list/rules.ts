import type { Facts } from '@/lib/appraisals/facts'
import { belongs } from '@/lib/appraisals/formulas'
import { type Day, daysBetween } from '@/lib/dates'
import type { WatchRules } from '@/lib/rule-sets/appraisal-rules'
import type { WatchState } from '@/prisma/generated/enums'
import type { WatchFinding, WatchItem } from './evidence'

/** A township, helper unit or work team. A member of a team is never among them. */
export type Watched = { id: string; townshipId: string | null; caseIds: ReadonlySet<string> }

type Given = { facts: Facts; who: Watched; today: Day }
type Rule<R> = (given: Given, rule: R) => WatchFinding | null

const order = (a: WatchItem, b: WatchItem) =>
  `${a.village} ${a.dueOn ?? ''} ${a.id}` < `${b.village} ${b.dueOn ?? ''} ${b.id}` ? -1 : 1

function foundBy(rule: WatchFinding['rule'], items: WatchItem[], limit: number): WatchFinding {
  const sum = (field: 'counts' | 'of') => items.reduce((all, item) => all + item[field], 0)
  return { rule, numerator: sum('counts'), denominator: sum('of'), limit, items: items.sort(order) }
}

/** Open measures past their day, out of the open ones. */
const overdueShare: Rule<WatchRules['overdueShare']> = ({ facts, who, today }, rule) => {
  const items = facts.measures
    .filter((row) => row.open && !row.paused && belongs(row, who))
    .map(
      (row): WatchItem => ({
        ...{ kind: 'measure', id: row.id, caseId: row.caseId, village: row.village, of: 1 },
        ...{ label: `${row.number}. ${row.title}`, dueOn: row.dueOn },
        counts: row.dueOn < today ? 1 : 0,
      }),
    )
  const found = foundBy('overdueShare', items, rule.percent)
  const reached = found.numerator * 100 >= rule.percent * found.denominator
  return found.denominator >= rule.least && found.numerator > 0 && reached ? found : null
}

/** Notices past the day of their reply without one, out of those that wait for one. */
const unansweredNotices: Rule<WatchRules['unansweredNotices']> = ({ facts, who, today }, rule) => {
  const items = facts.notices
    .filter((row) => row.organisationId === who.id && row.doneOn === null)
    .map(
      (row): WatchItem => ({
        ...{ kind: 'notice', id: row.id, caseId: row.caseId, village: row.village, of: 1 },
        ...{ label: row.title, dueOn: row.dueOn },
        counts: row.dueOn < today ? 1 : 0,
      }),
    )
  const found = foundBy('unansweredNotices', items, rule.count)
  return found.numerator >= rule.count ? found : null
}

/** Satisfied out of the valid ballots of the published surveys of the last year. */
const lowSatisfaction: Rule<WatchRules['lowSatisfaction']> = ({ facts, who, today }, rule) => {
  const items = facts.surveys
    .filter((row) => row.caseId !== null && who.caseIds.has(row.caseId))
    .filter((row) => daysBetween(row.closedOn, today) <= 365)
    .map(
      (row): WatchItem => ({
        ...{ kind: 'survey', id: row.id, caseId: row.caseId, village: row.village },
        ...{ label: row.title, counts: row.satisfied, of: row.valid },
      }),
    )
  const found = foundBy('lowSatisfaction', items, rule.percent)
  const low = found.numerator * 100 < rule.percent * found.denominator
  return found.denominator > 0 && low ? found : null
}

/** What the rules find about one organisation on a day; empty where none is reached. */
export function findingsOf(given: Given, rules: WatchRules): WatchFinding[] {
  return [
    rules.overdueShare.enabled ? overdueShare(given, rules.overdueShare) : null,
    rules.unansweredNotices.enabled ? unansweredNotices(given, rules.unansweredNotices) : null,
    rules.lowSatisfaction.enabled ? lowSatisfaction(given, rules.lowSatisfaction) : null,
  ].filter((found) => found !== null)
}

/** Whether a declined proposal rests: it is not made again for so many days. */
export const rests = (declinedOn: Day, today: Day, days: number) =>
  daysBetween(declinedOn, today) < days

export const watchSteps = {
  list: 'PROPOSED',
  decline: 'PROPOSED',
  clear: 'LISTED',
} as const satisfies Record<string, WatchState>

export type WatchVerb = keyof typeof watchSteps

export const watchVerbs = Object.keys(watchSteps) as WatchVerb[]
