import 'server-only'
import { type Sheet as Read, read } from 'hucre'
import { RuleBroken } from '@/lib/errors'
import { cellsOfText, type Sheet, textOf } from './cells'
import { guardWorkbook, lastRow } from './guard'

export type SheetLimits = {
  maxMegabytes: number
  maxRows: number
  /** Only the present Excel format: the old one does not say which cells are computed. */
  onlyXlsx?: boolean
}

/** The cells of the first sheet. */
export async function cellsOfFile(file: File, limits: SheetLimits): Promise<string[][]> {
  const [first] = await sheetsOfFile(file, limits)
  return first?.rows ?? []
}

/** The sheets of an uploaded file, told by its content and not by its name: Excel, else CSV. */
export async function sheetsOfFile(file: File, limits: SheetLimits): Promise<Sheet[]> {
  const { maxMegabytes, maxRows, onlyXlsx } = limits
  if (file.size > maxMegabytes * 1_000_000) {
    throw new RuleBroken('sheetTooBig', { field: 'file', max: maxMegabytes })
  }
  const bytes = Buffer.from(await file.arrayBuffer())
  const start = bytes.toString('hex', 0, 4)
  if (start === '504b0304') {
    const parts = await guardWorkbook(bytes, maxRows)
    if (onlyXlsx && !parts.includes('xl/workbook.xml')) throw new RuleBroken('sheetNotXlsx', at)
    return sheetsOf(bytes)
  }
  if (start === 'd0cf11e0') {
    if (onlyXlsx) throw new RuleBroken('sheetNotXlsx', at)
    return sheetsOf(bytes)
  }
  return [sheetOfText(decode(bytes), maxRows)]
}

/** Pasted cells or CSV as a sheet. */
export function sheetOfText(text: string, maxRows: number): Sheet {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell that this is no text
  if (/[\0-\x08\x0e-\x1f]/.test(text.slice(0, 10_000)) || /^\s*(<|%PDF)/.test(text)) {
    throw new RuleBroken('sheetUnreadable', at)
  }
  // A cell may hold many lines of its own.
  const lines = text.match(/\n/g)?.length ?? 0
  if (lines > maxRows * 50) throw new RuleBroken('sheetTooLong', { ...at, max: maxRows })
  return { rows: cellsOfText(text), formulas: new Set(), merges: [] }
}

const at = { field: 'file' } as const

async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    const { sheets } = await read(bytes, { range: `A1:CZ${lastRow}` })
    const shown = sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
    return shown.map(sheetOf)
  } catch {
    throw new RuleBroken('sheetUnreadable', at)
  }
}

function sheetOf({ rows, cells, merges = [] }: Read): Sheet {
  const computed = [...(cells ?? [])].filter(
    ([, { type, formula }]) => type === 'formula' || Boolean(formula),
  )
  return {
    rows: rows.map((row) => Array.from(row, textOf)),
    formulas: new Set(computed.map(([place]) => place)),
    merges,
  }
}

/** Chinese Excel still writes CSV in GB 18030. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
