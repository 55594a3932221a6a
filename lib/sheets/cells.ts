import { parseCsv } from 'hucre/csv'

/** One cell that stands for several others. Rows and columns count from 0, both ends included. */
export type Merge = { startRow: number; startCol: number; endRow: number; endCol: number }

/** A sheet as text, with the cells that were computed (`row,column`) and those that were merged. */
export type Sheet = { rows: string[][]; formulas: ReadonlySet<string>; merges: readonly Merge[] }

/** Cells pasted from a spreadsheet (tabs between them) or written as CSV. */
export function cellsOfText(text: string): string[][] {
  const delimiter = text.includes('\t') ? '\t' : undefined
  return parseCsv(text, delimiter ? { delimiter } : {}).map((row) => row.map(textOf))
}

/** The same cells in a form that survives one more round through the browser. */
export function textOfCells(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n')
}

/** A cell of a spreadsheet as text; a date as its day. */
export function textOf(cell: unknown): string {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : String(cell)
}
