import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read, type Tx, transaction } from '@/lib/db'
import { RuleBroken } from '@/lib/errors'
import { cellsOfText, textOfCells } from '@/lib/sheets/cells'
import { cellsOfFile } from '@/lib/sheets/read-file'
import { addAppointment } from './appointment-commands'
import { roleFits } from './appointment-rules'
import { addAccount, prepareAccount, takenAccounts, unlessTaken } from './people-commands'
import type { checkSheetInput, createFromSheetInput } from './schema'
import { maxSheetRows, readRows, type SheetRow } from './sheet-rules'

const limits = { maxMegabytes: 2, maxRows: maxSheetRows + 1 }

/** A checked sheet: every row with everything that stands against it, and its cells as text. */
export type CheckedSheet = { rows: SheetRow[]; text: string }

/** Reads a file or pasted cells and says of every row what is wrong with it; changes nothing. */
export async function checkSheet(
  viewer: Viewer,
  { file, text }: z.infer<typeof checkSheetInput>,
): Promise<CheckedSheet> {
  const cells = file ? await cellsOfFile(file, limits) : cellsOfText(text)
  const { rows } = await read(viewer, (tx) => check(tx, viewer, cells))
  return { rows, text: textOfCells(cells) }
}

async function check(tx: Tx, viewer: Viewer, cells: string[][]) {
  const { countyId } = viewer
  authorize(viewer, 'account.manage', { countyId })
  const rows = readRows(cells)
  if (rows.length === 0) throw new RuleBroken('sheetEmpty')
  if (rows.length > maxSheetRows) throw new RuleBroken('sheetTooLong', { max: maxSheetRows })
  const names = [...new Set(rows.map((row) => row.text.organisation).filter(Boolean))]
  const units = await tx.organisation.findMany({
    where: { countyId, active: true, name: { in: names } },
    select: { id: true, name: true, kind: true },
  })
  const unitNamed = new Map(units.map((unit) => [unit.name, unit]))
  const taken = new Set(
    await takenAccounts(
      tx,
      rows.map((row) => row.text.account),
    ),
  )
  for (const row of rows) {
    const { text, role, fromOn, toOn, issues } = row
    const unit = unitNamed.get(text.organisation)
    if (taken.has(text.account)) issues.push({ field: 'account', code: 'accountTaken' })
    if (text.organisation && !unit) {
      issues.push({ field: 'organisation', code: 'organisationUnknown' })
    }
    if (unit && role && !roleFits(role, unit.kind))
      issues.push({ field: 'role', code: 'roleNotHere' })
    if (toOn && toOn < (fromOn ?? viewer.today))
      issues.push({ field: 'toOn', code: 'endsBeforeStart' })
    else if (toOn && toOn < viewer.today) issues.push({ field: 'toOn', code: 'appointmentPast' })
  }
  return { rows, unitNamed }
}

export type SheetResult = { line: number; account: string; name: string; password: string }

/**
 * createAccounts: opens the accounts of a sheet with the appointments it names, all together.
 * Rows with something against them are left out only when the administrator chose so. Returns the
 * passwords, shown once; appointments still have to be confirmed.
 */
export async function createAccounts(
  viewer: Viewer,
  { text, onlyGood }: z.infer<typeof createFromSheetInput>,
  now: Date,
): Promise<SheetResult[]> {
  const cells = cellsOfText(text)
  const { rows: checked } = await read(viewer, (tx) => check(tx, viewer, cells))
  const good = checked.filter((row) => row.issues.length === 0)
  if (good.length === 0) throw new RuleBroken('sheetNothingGood')
  if (good.length < checked.length && !onlyGood) {
    throw new RuleBroken('sheetHasErrors', { count: checked.length - good.length })
  }
  const prepared = new Map<string, Awaited<ReturnType<typeof prepareAccount>>>()
  for (const { text } of good) prepared.set(text.account, await prepareAccount(text.account))
  const work = transaction(viewer, async (tx) => {
    const { rows, unitNamed } = await check(tx, viewer, cells)
    const results: SheetResult[] = []
    for (const row of rows) {
      const made = prepared.get(row.text.account)
      if (row.issues.length > 0 || !made) continue
      results.push({ line: row.line, ...(await addRow(tx, viewer, { row, made, unitNamed, now })) })
    }
    if (results.length < good.length) throw new RuleBroken('sheetChanged')
    return results
  })
  return unlessTaken(work)
}

type Addition = {
  row: SheetRow
  made: Awaited<ReturnType<typeof prepareAccount>>
  unitNamed: ReadonlyMap<string, { id: string }>
  now: Date
}

async function addRow(tx: Tx, viewer: Viewer, { row, made, unitNamed, now }: Addition) {
  const { name, post, organisation } = row.text
  const { userId, account, password } = await addAccount(tx, viewer, { ...made, name, post })
  const unit = unitNamed.get(organisation)
  if (unit && row.role) {
    const fromOn = row.fromOn ?? viewer.today
    const period = { fromOn, toOn: row.toOn ?? undefined }
    const appointment = { userId, organisationId: unit.id, role: row.role, ...period }
    await addAppointment(tx, viewer, appointment, now)
  }
  return { account, name, password }
}
