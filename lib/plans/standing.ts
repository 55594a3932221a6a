import { toDay } from '@/lib/dates'
import type { RuleMessage } from '@/lib/rule-message'
import { named } from './blockers'
import { contentOf, lineKey } from './content'
import type { ProblemRow } from './page-select'
import { type InForce, revisionBlockers } from './revision-rules'
import { type PlanMessage, planWarnings, submitBlockers } from './rules'
import type { PlanVersionRow } from './select'

/** A message about a draft, in words that stand alone, and the part of the editor it is about. */
export type DraftMessage = RuleMessage & { anchor: string }

type Standing = { missing: DraftMessage[]; warnings: DraftMessage[] }

/**
 * What a draft still lacks and what its author should look at again, as the screen lists it; the
 * command refuses on the same rules.
 */
export function draftStanding(
  draft: PlanVersionRow,
  problems: readonly ProblemRow[],
  options: { batchEnd: string | null; approved?: PlanVersionRow; measures: readonly InForce[] },
): Standing {
  const content = contentOf(draft, problems)
  const names = {
    problems: problems.map(({ id, number, title }) => ({ key: id, number, title })),
    measures: draft.lines.map((line) => ({ key: lineKey(line), title: line.title })),
  }
  const anchored = (messages: readonly PlanMessage[]): DraftMessage[] =>
    named(messages, names).map((message, index) => ({
      ...message,
      anchor: anchorOf(messages[index]?.about),
    }))
  const { approved, measures } = options
  const revision = approved
    ? revisionBlockers(contentOf(approved, problems), content, measures)
    : []
  return {
    missing: [
      ...anchored(submitBlockers(content)),
      ...revision.map((message) => ({ ...message, anchor: 'measures' })),
    ],
    warnings: anchored(planWarnings(content, options.batchEnd)),
  }
}

/** Where in the editor something stands: `measure-<key>`, `section-goals`, `problem-<key>`. */
function anchorOf(about: PlanMessage['about'] | undefined): string {
  if (!about || about.type === 'plan') return 'measures'
  return `${about.type}-${about.key}`
}

/** Measures in force, as a revision must respect them. */
export function inForceOf(
  measures: readonly {
    id: string
    number: number
    title: string
    status: InForce['status']
    dueOn: Date
  }[],
): InForce[] {
  return measures.map(({ id, number, title, status, dueOn }) => ({
    id,
    number,
    title,
    status,
    dueOn: toDay(dueOn),
  }))
}
