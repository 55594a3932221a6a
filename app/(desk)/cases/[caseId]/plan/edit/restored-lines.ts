import { type Move, moves } from '@/lib/plans/moves'
import type { EditorLine } from './editor-data'

/**
 * The rows of a local draft: how many there are, under which move, and what each continues. The
 * fields take their text from the draft themselves.
 */
export function restoredLines(restored: ReadonlyMap<string, string[]>): EditorLine[] {
  const value = (index: number, field: string) =>
    restored.get(`measures.${index}.${field}`)?.[0] ?? ''
  const lines: EditorLine[] = []
  for (let index = 0; restored.has(`measures.${index}.move`); index++) {
    const move = value(index, 'move') as Move
    lines.push({
      id: value(index, 'id'),
      measureId: value(index, 'measureId'),
      key: '',
      move: moves.includes(move) ? move : 'RESPONSIBILITY',
      title: value(index, 'title'),
      target: value(index, 'target'),
      problemIds: restored.get(`measures.${index}.problemIds[]`) ?? [],
      organisationName: value(index, 'organisationName'),
      personName: value(index, 'personName'),
      personPost: value(index, 'personPost'),
      startOn: value(index, 'startOn'),
      dueOn: value(index, 'dueOn'),
      done: value(index, 'done') === 'on',
    })
  }
  return lines
}
