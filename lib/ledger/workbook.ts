import { type Cell, type CellStyle, type CellValue, type WriteSheet, write } from 'hucre'
import { type LedgerRow, ledgerColumns, ledgerGroups } from './columns'

export type LedgerHead = {
  title: string
  /** 填报单位 and 截至日期. */
  unit: string
  asOf: string
  /** Who took it out and when; stands on the sheet and on every printed page. */
  mark: string
}

const song = { name: '宋体', size: 10 }
const side = { style: 'thin' as const }
const border = { top: side, right: side, bottom: side, left: side }
const centred = { horizontal: 'center' as const, vertical: 'center' as const, wrapText: true }
const heading: CellStyle = { font: { name: '黑体', size: 10 }, border, alignment: centred }
const body: CellStyle = { font: song, border, alignment: { vertical: 'center', wrapText: true } }
const headRows = 4

/** The ledger as a workbook, with sheets that belong to it: A3 landscape, one page wide, its two heading lines frozen and repeated. */
export function ledgerWorkbook(
  head: LedgerHead,
  rows: readonly LedgerRow[],
  more: readonly WriteSheet[] = [],
): Promise<Uint8Array> {
  const last = ledgerColumns.length - 1
  const half = Math.floor(last / 2)
  const blank = () => Array<CellValue>(last + 1).fill(null)
  const line = (...placed: [number, string][]) => {
    const cells = blank()
    for (const [at, text] of placed) cells[at] = text
    return cells
  }
  let at = 0
  const groups = ledgerGroups.map(({ title, columns }) => {
    const startCol = at
    at += columns.length
    return { title, startCol, endCol: at - 1 }
  })
  const sheet = [
    line([0, head.title]),
    line([0, `填报单位（盖章）：${head.unit}`], [half + 1, `截至日期：${head.asOf}`]),
    line(...groups.map(({ title, startCol }) => [startCol, title] as [number, string])),
    ledgerColumns.map(({ title }) => title),
    ...rows.map((row) => ledgerColumns.map(({ field }) => guarded(row[field]))),
    line([0, '填表人：'], [half - 4, '审核人：'], [half + 6, '联系电话：']),
    line([0, head.mark]),
  ]
  const end = headRows + rows.length
  const cells = new Map<string, Partial<Cell>>()
  cells.set('0,0', { style: { font: { name: '方正小标宋简体', size: 22 }, alignment: centred } })
  for (const { column, row } of grid(2, end - 1, last)) {
    const value = sheet[row]?.[column]
    const numFmt = value instanceof Date ? 'yyyy-mm-dd' : undefined
    cells.set(`${row},${column}`, { style: row < headRows ? heading : { ...body, numFmt } })
  }
  cells.set(`${end + 1},0`, { style: { font: { ...song, color: { rgb: '808080' } } } })
  const across = (row: number, startCol: number, endCol: number) => ({
    startRow: row,
    endRow: row,
    startCol,
    endCol,
  })
  return write({
    defaultFont: song,
    sheets: [
      {
        name: '整顿工作台账',
        columns: ledgerColumns.map(({ width }) => ({ width })),
        rows: sheet,
        cells,
        merges: [
          across(0, 0, last),
          across(1, 0, half),
          across(1, half + 1, last),
          ...groups.map(({ startCol, endCol }) => across(2, startCol, endCol)),
          across(end + 1, 0, last),
        ],
        freezePane: { rows: headRows, columns: 3 },
        rowDefs: new Map([
          [0, { height: 36 }],
          [3, { height: 42 }],
        ]),
        pageSetup: {
          paperSize: 'a3',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$3:$4',
          horizontalCentered: true,
        },
        headerFooter: { oddFooter: `&L${head.mark.replaceAll('&', '&&')}&R第 &P 页，共 &N 页` },
      },
      ...more,
    ],
  })
}

/** Text that a spreadsheet would take for a formula is kept from being one, also after a CSV. */
export function guarded<T extends CellValue>(value: T): T | string {
  return typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
}

function* grid(from: number, to: number, last: number) {
  for (let row = from; row <= to; row++)
    for (let column = 0; column <= last; column++) yield { row, column }
}
