import { type Day, isDay } from '@/lib/dates'
import en from '@/lib/i18n/messages/en/terms.json'
import zh from '@/lib/i18n/messages/zh-CN/terms.json'
import type { RuleMessage } from '@/lib/rule-message'
import { Role } from '@/prisma/generated/enums'
import { newAccountInput } from './schema'

/** The columns of the sheet for opening many accounts, in order, with the headings understood. */
export const sheetColumns = {
  account: ['账号', 'account'],
  name: ['姓名', 'name'],
  post: ['职务', 'post'],
  organisation: ['单位', 'organisation'],
  role: ['角色', 'role'],
  fromOn: ['任职起', 'from'],
  toOn: ['任职止', 'to'],
} as const

export type SheetField = keyof typeof sheetColumns
const sheetFields = Object.keys(sheetColumns) as SheetField[]

/** The longest sheet taken at once. */
export const maxSheetRows = 300

export type SheetIssue = RuleMessage & { field: SheetField }
export type SheetRow = {
  /** As counted in the sheet, from 1. */
  line: number
  text: Record<SheetField, string>
  role: Role | null
  fromOn: Day | null
  toOn: Day | null
  issues: SheetIssue[]
}

/**
 * Reads the cells of a sheet. The first line may be headings in any order; else the columns stand
 * in the order of `sheetColumns`. Blank lines are skipped, each row carries what is wrong with it.
 */
export function readRows(cells: readonly (readonly string[])[]): SheetRow[] {
  const filled = cells
    .map((row, index) => ({ line: index + 1, row: row.map((cell) => cell.trim()) }))
    .filter(({ row }) => row.some((cell) => cell !== ''))
  const headings = filled[0] && positions(filled[0].row)
  const body = headings ? filled.slice(1) : filled
  const rows = body.map(({ line, row }) => readRow(line, row, headings ?? standard))
  const seen = new Map<string, number>()
  for (const row of rows) {
    const { account } = row.text
    const before = seen.get(account)
    if (account && before) {
      row.issues.push({ field: 'account', code: 'accountRepeated', params: { line: before } })
    } else seen.set(account, row.line)
  }
  return rows
}

type Positions = ReadonlyMap<SheetField, number>
const standard: Positions = new Map(sheetFields.map((field, index) => [field, index]))

function positions(row: readonly string[]): Positions | undefined {
  const found = new Map<SheetField, number>()
  for (const [index, cell] of row.entries()) {
    const heading = cell.toLowerCase()
    const field = sheetFields.find((each) =>
      (sheetColumns[each] as readonly string[]).includes(heading),
    )
    if (field && !found.has(field)) found.set(field, index)
  }
  return found.has('account') && found.has('name') ? found : undefined
}

function readRow(line: number, row: readonly string[], at: Positions): SheetRow {
  const text = Object.fromEntries(
    sheetFields.map((field) => [field, row[at.get(field) ?? -1] ?? '']),
  ) as Record<SheetField, string>
  text.account = text.account.normalize('NFKC').toLowerCase()
  const issues: SheetIssue[] = []
  const parsed = newAccountInput.safeParse(text)
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path[0] as SheetField
    issues.push({ field, code: codeOf(field, text[field]) })
  }
  const role = roleNamed(text.role)
  if (text.role && !role) issues.push({ field: 'role', code: 'invalidChoice' })
  if (text.role && !text.organisation) issues.push({ field: 'organisation', code: 'required' })
  if (text.organisation && !text.role) issues.push({ field: 'role', code: 'required' })
  const [fromOn, toOn] = (['fromOn', 'toOn'] as const).map((field) => {
    const day = dayWritten(text[field])
    if (text[field] && !day) issues.push({ field, code: 'invalidDate' })
    return day
  })
  return { line, text, role, fromOn: fromOn ?? null, toOn: toOn ?? null, issues }
}

function codeOf(field: SheetField, value: string): string {
  if (value === '') return 'required'
  return field === 'account' ? 'accountFormat' : 'invalid'
}

/** A role by its code or its name in either language. */
function roleNamed(text: string): Role | null {
  const wanted = text.trim().toLowerCase()
  if (!wanted) return null
  const roles = Object.values(Role)
  return (
    roles.find((role) =>
      [role, zh.role[role], en.role[role]].some((name) => name.toLowerCase() === wanted),
    ) ?? null
  )
}

/** A day as people write it: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日. */
function dayWritten(text: string): Day | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  if (!match) return null
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  return isDay(day) ? day : null
}
