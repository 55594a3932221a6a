import { getTranslations } from 'next-intl/server'
import { toDay } from '@/lib/dates'
import { lineKey } from '@/lib/plans/content'
import { type Move, moves } from '@/lib/plans/moves'
import type { PlanPage } from '@/lib/plans/queries'
import type { EditorLine, EditorWords } from './editor-data'

/** The lines of the draft as the editor starts with them. */
export function editorLines({ working, measures }: PlanPage): EditorLine[] {
  const done = new Set(measures.flatMap(({ id, status }) => (status === 'DONE' ? [id] : [])))
  return (working?.lines ?? []).map((line) => ({
    id: line.id,
    measureId: line.measureId ?? '',
    key: lineKey(line),
    move: line.move,
    title: line.title,
    target: line.target,
    problemIds: line.problemIds,
    organisationName: line.organisationName,
    personName: line.personName,
    personPost: line.personPost,
    startOn: line.startOn ? toDay(line.startOn) : '',
    dueOn: line.dueOn ? toDay(line.dueOn) : '',
    done: line.measureId !== null && done.has(line.measureId),
  }))
}

export async function editorWords(): Promise<EditorWords> {
  const t = await getTranslations('plans')
  const terms = await getTranslations('terms')
  const fields = [
    'title',
    'target',
    'problemIds',
    'organisationName',
    'personName',
    'personPost',
    'startOn',
    'dueOn',
  ] as const
  return {
    save: t('editor.save'),
    problems: t('editor.problems'),
    coveredBy: t('editor.coveredBy'),
    uncovered: t('editor.uncovered'),
    moves: Object.fromEntries(moves.map((move) => [move, terms(`move.${move}`)])) as Record<
      Move,
      string
    >,
    add: t('editor.add'),
    noneInMove: t('editor.noneInMove'),
    fields: Object.fromEntries(
      fields.map((field) => [field, t(`field.${field}`)]),
    ) as EditorWords['fields'],
    measures: t('paper.measures'),
    organisationHint: t('editor.organisationHint'),
    afterBatchEnd: t('editor.afterBatchEnd'),
    startAfterDue: t('editor.startAfterDue'),
    dueByExtension: t('editor.dueByExtension'),
    doneMark: terms('measureStatus.DONE'),
    comma: t('paper.comma'),
  }
}
