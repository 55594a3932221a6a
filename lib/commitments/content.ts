import type { Changes } from '@/lib/audit/events'
import { fromDay, toDay } from '@/lib/dates'
import type { CommitmentContent } from './schema'
import type { WholeCommitment } from './select'

/** The columns of what a person wrote. */
export function columnsOf(content: CommitmentContent) {
  const { position, personName, text, yardstick, problemIds, measureIds } = content
  return {
    ...{ position, personName, text, yardstick, problemIds, measureIds },
    memberCount: content.memberCount ?? null,
    dueOn: fromDay(content.dueOn),
  }
}

/** Before and after of what a correction changes; the person's name never enters an event. */
export function changesOf(before: WholeCommitment, after: CommitmentContent): Changes {
  const pairs = {
    position: [before.position, after.position],
    memberCount: [before.memberCount, after.memberCount ?? null],
    text: [before.text, after.text],
    yardstick: [before.yardstick, after.yardstick],
    dueOn: [toDay(before.dueOn), after.dueOn],
  } as const
  return Object.fromEntries(Object.entries(pairs).filter(([, [old, now]]) => old !== now))
}
