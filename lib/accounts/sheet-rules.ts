import { type Day, isDay } from '@/lib/dates'
import en from '@/lib/i18n/messages/en/terms.json'
import zh from '@/lib/i18n/messages/zh-CN/terms.json'
import { choiceNamed, readTable, refuseRepeated, type TableRow } from '@/lib/sheets/table'
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

/** The longest sheet taken at once. */
export const maxSheetRows = 300

export type SheetRow = TableRow<SheetField> & {
  role: Role | null
  fromOn: Day | null
  toOn: Day | null
}

/** Reads the cells of a sheet of accounts; each row carries what is wrong with it by itself. */
export function readRows(cells: readonly (readonly string[])[]): SheetRow[] {
  const rows = readTable(cells, sheetColumns, ['account', 'name']).map(readRow)
  refuseRepeated(rows, 'account', 'accountRepeated')
  return rows
}

function readRow({ line, text, issues }: TableRow<SheetField>): SheetRow {
  text.account = text.account.normalize('NFKC').toLowerCase()
  const parsed = newAccountInput.safeParse(text)
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path[0] as SheetField
    issues.push({ field, code: codeOf(field, text[field]) })
  }
  const role = choiceNamed(text.role, Object.values(Role), [zh.role, en.role])
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

/** A day as people write it: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日. */
function dayWritten(text: string): Day | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  if (!match) return null
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  return isDay(day) ? day : null
}
