import { RuleBroken } from '@/lib/errors'
import type { Sheet } from '@/lib/sheets/cells'
import { storable } from '@/lib/storable'
import { type LedgerField, ledgerColumns } from './columns'
import { findHeadings, titleOf } from './headings'
import { plain } from './plain'

/** One row of a ledger: its line in the sheet (from 1), its texts, and cells that are no plain ones. */
export type LedgerLine = {
  line: number
  text: Partial<Record<LedgerField, string>>
  marks: Partial<Record<LedgerField, 'formula' | 'merged'>>
}

/** A ledger as read: its rows, lines that are none of them (totals, foot), columns not known. */
export type LedgerTable = { lines: LedgerLine[]; skipped: number[]; ignored: string[] }

const fields = ledgerColumns.map(({ field }) => field)
const blank = new Set(['', '/', '//', '-', '--', '—', '——', '无', '暂无', '空'])
const total = /^(合|总|小|共)\s*计/
const foot =
  /^(填\s*表\s*人|填报人|制表人|审核人|联系人|联系电话|备\s*注|说\s*明|注)\s*([:：]|$)|^由.+于.+导出/

/**
 * Reads the rows of a sheet under its headings. Blank rows are passed over, also where only the
 * number is filled in; totals, headings that come again and the foot are told as skipped.
 */
export function readTable(sheet: Sheet): LedgerTable {
  const { row, at, ignored } = findHeadings(sheet.rows)
  const covered = coveredBy(sheet)
  const table: LedgerTable = { lines: [], skipped: [], ignored }
  let ended = false
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= row) continue
    const first = cells.find((cell) => cell.trim() !== '')?.trim()
    if (first === undefined) continue
    const line = readLine(index, cells, at)
    const village = line.text.village ?? ''
    if (!village && foot.test(first)) ended = true
    if (total.test(first) || (ended && !village) || plain(village) === plain(titleOf('village'))) {
      table.skipped.push(index + 1)
      continue
    }
    for (const field of fields) {
      const column = at.get(field)
      if (column === undefined || field === 'number') continue
      const place = `${index},${column}`
      if (sheet.formulas.has(place)) line.marks[field] = 'formula'
      else if (covered.has(place)) line.marks[field] = 'merged'
    }
    const filled = fields.some((field) => field !== 'number' && line.text[field])
    if (filled || Object.keys(line.marks).length > 0) table.lines.push(line)
  }
  return table
}

function readLine(
  index: number,
  cells: readonly string[],
  at: ReadonlyMap<LedgerField, number>,
): LedgerLine {
  const text: LedgerLine['text'] = {}
  for (const [field, column] of at) {
    const value = cellText(cells[column] ?? '')
    if (value) text[field] = value
  }
  return { line: index + 1, text, marks: {} }
}

/** Without the mark that keeps a text from being a formula, and blank where a sign says "none". */
function cellText(cell: string): string {
  const text = storable(cell)
    .replace(/\r\n?/g, '\n')
    .replace(/^'(?=[=+\-@\t＝＋－＠])/, '')
    .trim()
  return blank.has(text.normalize('NFKC')) ? '' : text
}

/** Cells that a merge covers, among the rows that are there. Far more than a table has is no table. */
function coveredBy({ merges, rows }: Sheet): ReadonlySet<string> {
  const covered = new Set<string>()
  let left = 200_000
  for (const { startRow, startCol, endRow, endCol } of merges) {
    for (let row = startRow; row <= Math.min(endRow, rows.length); row++)
      for (let column = startCol; column <= Math.min(endCol, 104); column++) {
        covered.add(`${row},${column}`)
        if (--left < 0) throw new RuleBroken('sheetUnreadable', { field: 'file' })
      }
  }
  return covered
}
