import { z } from 'zod'
import { toDay } from '@/lib/dates'
import { moves } from './moves'
import { type PlanContent, type PlanProblem, planSections } from './rules'
import type { PlanLineRow, PlanProblemRow, PlanVersionRow } from './select'

const problem = z.object({
  key: z.string(),
  kindCode: z.string(),
  title: z.string(),
  cause: z.string(),
  evidence: z.string(),
})
const measure = z.object({
  key: z.string(),
  move: z.enum(moves),
  problemIds: z.array(z.string()),
  title: z.string(),
  target: z.string(),
  organisationName: z.string(),
  personName: z.string(),
  personPost: z.string(),
  startOn: z.string().nullable(),
  dueOn: z.string().nullable(),
})
const sections = z.object(
  Object.fromEntries(planSections.map((section) => [section, z.string()])) as Record<
    (typeof planSections)[number],
    z.ZodString
  >,
)
const content = z.object({ sections, problems: z.array(problem), measures: z.array(measure) })

/**
 * The name of a line in every version: the measure in force has the id of the line that made it,
 * and later versions name that measure.
 */
export function lineKey(line: { id: string; measureId: string | null }): string {
  return line.measureId ?? line.id
}

/** Problems of the case as they stand, for a draft and for the copy that a submission keeps. */
export function problemsOf(rows: readonly PlanProblemRow[]): PlanProblem[] {
  return rows.map(({ id, kind, title, cause, evidence }) => ({
    key: id,
    kindCode: kind.code,
    title,
    cause,
    evidence,
  }))
}

/** A version as rules and comparison see it: with the problems it was submitted with, if it was. */
export function contentOf(plan: PlanVersionRow, problems: readonly PlanProblemRow[]): PlanContent {
  const isDraft = plan.status === 'DRAFT' || plan.problems === null
  return {
    sections: sections.parse(plan),
    problems: isDraft ? problemsOf(problems) : z.array(problem).parse(plan.problems),
    measures: plan.lines.map(measureOf),
  }
}

/** The content as it was last returned; null when it never was. */
export function returnedContent(plan: Pick<PlanVersionRow, 'returned'>): PlanContent | null {
  return plan.returned === null ? null : content.parse(plan.returned)
}

function measureOf(line: PlanLineRow): PlanContent['measures'][number] {
  const { move, problemIds, title, target, organisationName, personName, personPost } = line
  return {
    key: lineKey(line),
    move,
    problemIds,
    title,
    target,
    organisationName,
    personName,
    personPost,
    startOn: line.startOn ? toDay(line.startOn) : null,
    dueOn: line.dueOn ? toDay(line.dueOn) : null,
  }
}
