import { fromDay, toDay } from '@/lib/dates'
import type { VisitContent } from './schema'
import type { WholeVisit } from './select'

/** The columns of what a person wrote. */
export function columnsOf(content: VisitContent) {
  const { kind, found, settled, task, taskPerson, companions, met } = content
  const { companionIds, problemIds, measureIds } = content
  return {
    ...{ kind, found, settled, task, taskPerson, companions, met },
    ...{ companionIds, problemIds, measureIds },
    day: fromDay(content.day),
    taskDueOn: content.taskDueOn ? fromDay(content.taskDueOn) : null,
    metCount: content.metCount ?? null,
  }
}

/** What a person wrote, out of its columns. */
export function contentOf(visit: Pick<WholeVisit, keyof ReturnType<typeof columnsOf>>) {
  const { kind, found, settled, task, taskPerson, companions, met } = visit
  const { companionIds, problemIds, measureIds } = visit
  return {
    ...{ kind, found, settled, task, taskPerson, companions, met },
    ...{ companionIds, problemIds, measureIds },
    day: toDay(visit.day),
    taskDueOn: visit.taskDueOn ? toDay(visit.taskDueOn) : undefined,
    metCount: visit.metCount ?? undefined,
  } satisfies VisitContent
}
