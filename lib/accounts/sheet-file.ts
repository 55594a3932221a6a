import 'server-only'
import { read } from 'hucre'
import { parseCsv } from 'hucre/csv'
import { RuleBroken } from '@/lib/errors'
import { maxSheetRows } from './sheet-rules'

const maxBytes = 2_000_000

/** The cells of an uploaded sheet as text: Excel (by content, not by name), else CSV. */
export async function cellsOfFile(file: File): Promise<string[][]> {
  if (file.size > maxBytes) throw new RuleBroken('sheetTooBig', { field: 'file' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!isWorkbook(bytes)) return cellsOfText(decode(bytes))
  try {
    const { sheets } = await read(bytes, { sheets: [0], maxRows: maxSheetRows + 2 })
    return (sheets[0]?.rows ?? []).map((row) => row.map(textOf))
  } catch {
    throw new RuleBroken('sheetUnreadable', { field: 'file' })
  }
}

/** Cells pasted from a spreadsheet (tabs between them) or written as CSV. */
export function cellsOfText(text: string): string[][] {
  const delimiter = text.includes('\t') ? '\t' : undefined
  return parseCsv(text, delimiter ? { delimiter } : {}).map((row) => row.map(textOf))
}

/** The same cells in a form that survives one more round through the browser. */
export function textOfCells(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n')
}

/** A zip (xlsx, ods) or an OLE2 container (xls). */
function isWorkbook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return start === '504b0304' || start === 'd0cf11e0'
}

/** Chinese Excel still writes CSV in GB 18030. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : String(cell)
}
