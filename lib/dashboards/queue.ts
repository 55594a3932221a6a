import type { CaseLight } from '@/lib/cases/light'
import type { Colour } from '@/lib/lights/rules'

/** What a person is asked to do; keys of `home.verb`, `home.action` and `home.why`. */
export const queueVerbs = [
  'confirm',
  'assignSlots',
  'reviewPlan',
  'reviewRevision',
  'decideExtension',
  'countyAcceptance',
  'close',
  'reworkPlan',
  'draftPlan',
  'townshipAcceptance',
  'applyForAcceptance',
  'measure',
  'verifyProblems',
  'solveProblems',
  'followUp',
  'joinAcceptance',
  'routeRequest',
  'answerRequest',
  'settleRequest',
  'answerInstruction',
  'reviewCommitment',
  'evaluateCommitment',
  'signNotice',
  'receiveNotice',
  'replyNotice',
  'verifyNotice',
  'closeNotice',
] as const

export type QueueVerb = (typeof queueVerbs)[number]

/** One thing that waits for this person: what, where, why now, how urgent, the page to do it. */
export type QueueItem = {
  key: string
  verb: QueueVerb
  href: string
  village: { name: string; demo: boolean }
  township: string
  batch: string | null
  why: Record<string, string | number>
  light: CaseLight
}

const urgency: Record<Colour, number> = { red: 0, yellow: 1, green: 2, grey: 3 }

/** Most urgent first: by colour, then by the day it is due; things without a day come last. */
export function byUrgency(a: QueueItem, b: QueueItem): number {
  const due = (item: QueueItem) => String(item.light.params.due ?? '9999')
  return (
    urgency[a.light.colour] - urgency[b.light.colour] ||
    due(a).localeCompare(due(b)) ||
    a.key.localeCompare(b.key)
  )
}

/** How many wait under each verb, in the order of `queueVerbs`. */
export function countByVerb(items: readonly QueueItem[]): { verb: QueueVerb; count: number }[] {
  return queueVerbs
    .map((verb) => ({ verb, count: items.filter((item) => item.verb === verb).length }))
    .filter(({ count }) => count > 0)
}
