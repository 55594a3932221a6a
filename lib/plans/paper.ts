import { type Day, toDay } from '@/lib/dates'
import { contentOf, lineKey } from './content'
import type { Move } from './moves'
import type { ProblemRow } from './page-select'
import { type PlanSection, planSections } from './rules'
import type { PlanVersionRow } from './select'

/** A version of a plan as the document states it; numbers of problems are those of the case. */
export type Paper = {
  number: number
  status: PlanVersionRow['status']
  sections: Readonly<Record<PlanSection, string>>
  problems: {
    key: string
    number: number
    kind: string
    title: string
    cause: string
    evidence: string
  }[]
  measures: PaperMeasure[]
  submittedByName: string
  submittedOn: Day | null
  decidedByName: string
  decidedOn: Day | null
  recordNo: string
}

export type PaperMeasure = {
  key: string
  number: number
  move: Move
  title: string
  target: string
  problemNumbers: number[]
  organisationName: string
  personName: string
  personPost: string
  startOn: Day | null
  dueOn: Day | null
}

type Kind = Pick<ProblemRow, 'kind'>['kind']

/** Puts a version and the problems of its case together as a document. */
export function paperOf(
  plan: PlanVersionRow,
  problems: readonly ProblemRow[],
  measures: readonly { id: string; number: number }[],
  kindTitle: (kind: Kind) => string,
): Paper {
  const numbers = measureNumbers(plan.lines, measures)
  const content = contentOf(plan, problems)
  const known = new Map(problems.map((problem) => [problem.id, problem]))
  return {
    number: plan.number,
    status: plan.status,
    sections: Object.fromEntries(
      planSections.map((section) => [section, content.sections[section]]),
    ) as Record<PlanSection, string>,
    problems: content.problems.map(({ key, kindCode, ...words }, index) => {
      const row = known.get(key)
      return {
        ...words,
        key,
        number: row?.number ?? index + 1,
        kind: row ? kindTitle(row.kind) : kindCode,
      }
    }),
    measures: plan.lines.map((line) => ({
      key: lineKey(line),
      number: numbers.get(line.id) ?? line.number,
      move: line.move,
      title: line.title,
      target: line.target,
      problemNumbers: numbersOf(line.problemIds, problems),
      organisationName: line.organisationName,
      personName: line.personName,
      personPost: line.personPost,
      startOn: line.startOn && toDay(line.startOn),
      dueOn: line.dueOn && toDay(line.dueOn),
    })),
    submittedByName: plan.submittedByName,
    submittedOn: plan.submittedOn && toDay(plan.submittedOn),
    decidedByName: plan.decidedByName,
    decidedOn: plan.decidedOn && toDay(plan.decidedOn),
    recordNo: plan.recordNo,
  }
}

/**
 * The number of each line: that of the measure it continues or became, or the one that approval
 * will give it (`putInForce`), so that document and timetable speak of the same measure.
 */
function measureNumbers(
  lines: PlanVersionRow['lines'],
  measures: readonly { id: string; number: number }[],
): Map<string, number> {
  const known = new Map(measures.map(({ id, number }) => [id, number]))
  let last = Math.max(0, ...known.values())
  return new Map(lines.map((line) => [line.id, known.get(lineKey(line)) ?? ++last]))
}

/** Numbers of problems by their ids, in order. */
function numbersOf(
  ids: readonly string[],
  problems: readonly { id: string; number: number }[],
): number[] {
  return problems.filter(({ id }) => ids.includes(id)).map(({ number }) => number)
}

/** The title of a problem kind in a language. */
export function kindTitleIn(locale: string) {
  return (kind: { titleZh: string; titleEn: string }) =>
    locale === 'en' ? kind.titleEn : kind.titleZh
}
