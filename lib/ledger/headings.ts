import { RuleBroken } from '@/lib/errors'
import { type LedgerField, ledgerColumns } from './columns'
import { plain } from './plain'

/** Without these columns nothing can be said of a row: which village, closed or not, and why. */
export const neededFields = [
  'township',
  'village',
  'situation',
  'confirmation',
  'problems',
  'stage',
  'closing',
] as const satisfies LedgerField[]

/** Where the headings stand and which column each field is in; the rest is `ignored`. */
export type Headings = { row: number; at: Map<LedgerField, number>; ignored: string[] }

const named = new Map<string, LedgerField>()
for (const { field, title } of ledgerColumns) {
  named.set(plain(title), field)
  named.set(plain(title.replace(/（.*?）/g, '')), field)
}

export const titleOf = (field: LedgerField) =>
  ledgerColumns.find((column) => column.field === field)?.title ?? field

/** Whether a sheet has a line of headings at all. */
export const hasHeadings = ({ rows }: { rows: readonly (readonly string[])[] }) =>
  headingLine(rows) !== undefined

function headingLine(rows: readonly (readonly string[])[]) {
  const found = rows
    .slice(0, 30)
    .map((cells, row) => ({ row, count: cells.filter((cell) => named.has(plain(cell))).length }))
    .toSorted((a, b) => b.count - a.count)[0]
  return found && found.count >= 2 ? found : undefined
}

/**
 * Finds the line of headings: the one with the most names of the standard ledger. Where a heading
 * reaches over both lines its name stands in the upper one. Throws `RuleBroken` when there is none,
 * when needed ones are missing (all of them named) or when one is there twice.
 */
export function findHeadings(rows: readonly (readonly string[])[]): Headings {
  const found = headingLine(rows)
  if (!found) throw new RuleBroken('ledgerNoHeadings', { field: 'file' })
  const above = rows[found.row - 1] ?? []
  const cells = rows[found.row] ?? []
  const at = new Map<LedgerField, number>()
  const ignored: string[] = []
  for (let column = 0; column < Math.max(cells.length, above.length); column++) {
    const title = cells[column]?.trim() || (above[column]?.trim() ?? '')
    if (title === '') continue
    const field = named.get(plain(title))
    if (!field) {
      if (cells[column]?.trim()) ignored.push(title.slice(0, 40))
    } else if (at.has(field)) {
      throw new RuleBroken('ledgerHeadingTwice', { field: 'file', name: titleOf(field) })
    } else at.set(field, column)
  }
  const missing = neededFields.filter((field) => !at.has(field))
  if (missing.length > 0) {
    const names = missing.map(titleOf).join('；')
    throw new RuleBroken('ledgerHeadingsMissing', { field: 'file', names })
  }
  return { row: found.row, at, ignored }
}
