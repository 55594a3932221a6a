import { write } from 'hucre'
import { type LedgerField, type LedgerRow, ledgerColumns } from '@/lib/ledger/columns'
import { ledgerWorkbook } from '@/lib/ledger/workbook'

/** A ledger as the county office keeps it, from the cells that matter to a test. */
export async function ledgerFile(rows: readonly Partial<LedgerRow>[], name = '台账.xlsx') {
  const head = {
    title: '台账',
    unit: '县委组织部',
    asOf: '2026年3月10日',
    mark: '由 某 于 今天 导出',
  }
  const bytes = await ledgerWorkbook(head, rows.map(fullRow))
  return new File([Buffer.from(bytes)], name)
}

/** The same as cells pasted from a spreadsheet. */
export function ledgerText(rows: readonly Partial<LedgerRow>[]): string {
  const quoted = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`
  const cells = rows.map((row) => ledgerColumns.map(({ field }) => quoted(row[field])).join('\t'))
  return [ledgerColumns.map(({ title }) => title).join('\t'), ...cells].join('\n')
}

/** Any cells as a workbook, with what a spreadsheet adds to them. */
export async function workbookOf(
  rows: (string | number | Date | null)[][],
  more: Partial<Parameters<typeof write>[0]['sheets'][number]> = {},
  name = 'x.xlsx',
) {
  return new File([Buffer.from(await write({ sheets: [{ name: '1', rows, ...more }] }))], name)
}

export const titlesOf = (fields: readonly LedgerField[]) =>
  fields.map((field) => ledgerColumns.find((column) => column.field === field)?.title ?? '')

function fullRow(row: Partial<LedgerRow>): LedgerRow {
  const blank = Object.fromEntries(ledgerColumns.map(({ field }) => [field, null]))
  return { ...blank, ...row } as LedgerRow
}
