import type { Day } from '@/lib/dates'
import type { Move } from '@/lib/plans/moves'

/** A measure as the editor starts with it; every value as a form holds it. */
export type EditorLine = {
  id: string
  measureId: string
  /** Anchor of the line, by the key it has in every version. */
  key: string
  move: Move
  title: string
  target: string
  problemIds: string[]
  organisationName: string
  personName: string
  personPost: string
  startOn: string
  dueOn: string
  /** Done measures are shown and sent along, but no longer changed. */
  done: boolean
}

export type EditorProblem = {
  id: string
  number: number
  title: string
  kind: string
  cause: string
}

/** What the editor says; the page translates it, since client code has the kit's words only. */
export type EditorWords = {
  save: string
  problems: string
  coveredBy: string
  uncovered: string
  moves: Record<Move, string>
  add: string
  noneInMove: string
  fields: Record<
    | 'title'
    | 'target'
    | 'problemIds'
    | 'organisationName'
    | 'personName'
    | 'personPost'
    | 'startOn'
    | 'dueOn',
    string
  >
  measures: string
  organisationHint: string
  afterBatchEnd: string
  startAfterDue: string
  dueByExtension: string
  doneMark: string
  comma: string
}

export type EditorData = {
  lines: EditorLine[]
  problems: EditorProblem[]
  organisations: string[]
  batchEnd: Day | null
  words: EditorWords
}
