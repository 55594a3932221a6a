import { type LedgerField, ledgerColumns } from './columns'
import { titleOf } from './headings'
import type { LedgerLine } from './read-table'
import { withoutDays } from './written-days'

/** Columns the system has a place for; what the others say is kept in the note. */
const placed: readonly LedgerField[] = [
  ...(['number', 'township', 'village', 'batch', 'category', 'situation', 'problems'] as const),
  'causes',
]
const noted = ledgerColumns.map(({ field }) => field).filter((field) => !placed.includes(field))

/** How an exported ledger marks a case that was entered already closed. */
const marked = /^历史补录\s*/

/** Whatever a row says beyond what has its own place, as the note of the case: nothing is lost. */
export function noteOf(line: LedgerLine, file: string, { causesLeft }: { causesLeft: boolean }) {
  const kept = [...(causesLeft ? (['causes'] as const) : []), ...noted]
  const said = kept
    .filter((field) => line.text[field])
    .map((field) => `${titleOf(field)}：${line.text[field]}`)
  return [`据整顿工作台账导入（${reference(file, line.line)}）。`, ...said].join('\n')
}

/** What an imported closed case stands on: the document that struck it off, and the ledger. */
export function sourceOf({ text, line }: LedgerLine, file: string): string {
  const remarks = text.remarks ?? ''
  if (marked.test(remarks) && remarks.replace(marked, '').length >= 2) {
    return remarks.replace(marked, '').slice(0, 500)
  }
  const number = withoutDays(text.closing ?? '')
  return [number, `整顿工作台账（${reference(file, line)}）`]
    .filter(Boolean)
    .join('，')
    .slice(0, 500)
}

const reference = (file: string, line: number) => `${file}第 ${line} 行`
