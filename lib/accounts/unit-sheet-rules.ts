import en from '@/lib/i18n/messages/en/terms.json'
import zh from '@/lib/i18n/messages/zh-CN/terms.json'
import { choiceNamed, readTable, refuseRepeated, type TableRow } from '@/lib/sheets/table'
import { OrganisationKind } from '@/prisma/generated/enums'
import { organisationName } from './schema'

/** The columns of the sheet of organisations, in order, with the headings understood. */
export const unitColumns = {
  name: ['单位名称', '名称', '单位', 'name', 'organisation'],
  kind: ['单位类别', '类别', 'kind'],
  township: ['所属乡镇', '乡镇', 'township'],
} as const

export type UnitField = keyof typeof unitColumns

/** The longest sheet taken at once. */
export const maxUnitRows = 500

export type UnitRow = TableRow<UnitField> & { kind: OrganisationKind | null }

/** Reads the cells of a sheet of organisations; each row carries what is wrong with it by itself. */
export function readUnits(cells: readonly (readonly string[])[]): UnitRow[] {
  const rows = readTable(cells, unitColumns, ['name', 'kind']).map(readUnit)
  refuseRepeated(rows, 'name', 'organisationRepeated')
  return rows
}

function readUnit({ line, text, issues }: TableRow<UnitField>): UnitRow {
  text.name = text.name.normalize('NFC')
  if (!organisationName.safeParse(text.name).success) {
    issues.push({ field: 'name', code: text.name ? 'organisationNameLength' : 'required' })
  }
  const kind = choiceNamed(text.kind, Object.values(OrganisationKind), [
    zh.organisationKind,
    en.organisationKind,
  ])
  if (!text.kind) issues.push({ field: 'kind', code: 'required' })
  else if (!kind) issues.push({ field: 'kind', code: 'organisationKindUnknown' })
  if (kind === 'TOWNSHIP' && !text.township) issues.push({ field: 'township', code: 'required' })
  if (kind && kind !== 'TOWNSHIP' && text.township) {
    issues.push({ field: 'township', code: 'townshipNotHere' })
  }
  return { line, text, kind, issues }
}
