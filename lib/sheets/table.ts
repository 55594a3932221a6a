import type { RuleMessage } from '@/lib/rule-message'

/** The columns of a sheet in order, each with the headings by which it is known (lower case). */
export type Columns<Field extends string> = Record<Field, readonly string[]>

export type SheetIssue<Field extends string> = RuleMessage & { field: Field }

/** A row of a sheet: its number as counted in the sheet from 1, its cells, what is wrong with it. */
export type TableRow<Field extends string> = {
  line: number
  text: Record<Field, string>
  issues: SheetIssue<Field>[]
}

/**
 * Reads the cells of a sheet. The first line may be headings in any order, if every needed column
 * is among them; else the columns stand in their own order. Blank lines are skipped.
 */
export function readTable<Field extends string>(
  cells: readonly (readonly string[])[],
  columns: Columns<Field>,
  needed: readonly NoInfer<Field>[],
): TableRow<Field>[] {
  const fields = Object.keys(columns) as Field[]
  const filled = cells
    .map((row, index) => ({ line: index + 1, row: row.map((cell) => cell.trim()) }))
    .filter(({ row }) => row.some((cell) => cell !== ''))
  const headings = filled[0] && positions(filled[0].row, columns, needed)
  const at = headings ?? new Map(fields.map((field, index) => [field, index]))
  return (headings ? filled.slice(1) : filled).map(({ line, row }) => ({
    line,
    text: Object.fromEntries(
      fields.map((field) => [field, row[at.get(field) ?? -1] ?? '']),
    ) as Record<Field, string>,
    issues: [],
  }))
}

function positions<Field extends string>(
  row: readonly string[],
  columns: Columns<Field>,
  needed: readonly NoInfer<Field>[],
): Map<Field, number> | undefined {
  const found = new Map<Field, number>()
  for (const [index, cell] of row.entries()) {
    const heading = cell.toLowerCase()
    const field = (Object.keys(columns) as Field[]).find((each) => columns[each].includes(heading))
    if (field && !found.has(field)) found.set(field, index)
  }
  return needed.every((field) => found.has(field)) ? found : undefined
}

/** Says of every row whose value in this column stood in a row before, which one that was. */
export function refuseRepeated<Field extends string>(
  rows: readonly TableRow<Field>[],
  field: Field,
  code: string,
): void {
  const seen = new Map<string, number>()
  for (const { line, text, issues } of rows) {
    const before = seen.get(text[field])
    if (text[field] && before) issues.push({ field, code, params: { line: before } })
    else seen.set(text[field], line)
  }
}

/** A choice by its code or its name in either language. */
export function choiceNamed<Code extends string>(
  text: string,
  codes: readonly Code[],
  names: readonly Record<Code, string>[],
): Code | null {
  const wanted = text.trim().toLowerCase()
  if (!wanted) return null
  return (
    codes.find((code) =>
      [code, ...names.map((each) => each[code])].some((name) => name.toLowerCase() === wanted),
    ) ?? null
  )
}
