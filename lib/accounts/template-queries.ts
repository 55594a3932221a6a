import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import type { Messages } from '@/lib/i18n/namespaces'
import { maxSheetRows, type SheetField, sheetColumns } from './sheet-rules'
import { maxUnitRows, type UnitField, unitColumns } from './unit-sheet-rules'

type Terms = Pick<Messages['terms'], 'role' | 'organisationKind'>
type Template<Field> = { columns: { field: Field; choices: string[] }[]; rows: number }

/** The columns of a sheet of accounts, with what may stand in them. */
export function peopleTemplate(viewer: Viewer, { role }: Terms): Template<SheetField> {
  authorize(viewer, 'account.manage', { countyId: viewer.countyId })
  const columns = (Object.keys(sheetColumns) as SheetField[]).map((field) => ({
    field,
    choices: field === 'role' ? Object.values(role) : [],
  }))
  return { columns, rows: maxSheetRows }
}

/** The columns of a sheet of organisations, with what may stand in them. */
export async function unitTemplate(
  viewer: Viewer,
  { organisationKind }: Terms,
): Promise<Template<UnitField>> {
  const { countyId } = viewer
  const townships = await read(viewer, (tx) => {
    authorize(viewer, 'organisation.manage', { countyId })
    return tx.township.findMany({
      where: { countyId },
      orderBy: { id: 'asc' },
      select: { name: true },
    })
  })
  const choices: Record<UnitField, string[]> = {
    name: [],
    kind: Object.values(organisationKind),
    township: townships.map(({ name }) => name),
  }
  const fields = Object.keys(unitColumns) as UnitField[]
  return {
    columns: fields.map((field) => ({ field, choices: choices[field] })),
    rows: maxUnitRows,
  }
}
