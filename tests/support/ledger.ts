import { write } from 'hucre'
import { chineseNumber } from '@/lib/batches/names'
import { fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { type LedgerField, type LedgerRow, ledgerColumns } from '@/lib/ledger/columns'
import { ledgerWorkbook } from '@/lib/ledger/workbook'
import type { World } from './world'

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

/** A batch of a county, opened by its office. Returns its id. */
export async function addBatch(world: World, county: 'A' | 'B', number: number): Promise<string> {
  const id = newId()
  const viewer = await world.viewer(`${county}.office`)
  await transaction(viewer, (tx) =>
    tx.batch.create({
      data: {
        id,
        countyId: viewer.countyId,
        number,
        name: `第${chineseNumber(number)}批`,
        year: 2026,
        startOn: fromDay('2026-03-01'),
        targetEndOn: fromDay('2026-12-31'),
        ruleSetId: world.ruleSets[county],
      },
    }),
  )
  return id
}
