import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read, type Tx, transaction } from '@/lib/db'
import { RuleBroken } from '@/lib/errors'
import { cellsOfText, textOfCells } from '@/lib/sheets/cells'
import { cellsOfFile } from '@/lib/sheets/read-file'
import { addOrganisation } from './organisation-commands'
import type { checkSheetInput, createFromSheetInput } from './schema'
import { maxUnitRows, readUnits, type UnitRow } from './unit-sheet-rules'

const limits = { maxMegabytes: 2, maxRows: maxUnitRows + 1 }

/** A checked sheet: every row with everything that stands against it, and its cells as text. */
export type CheckedUnits = { rows: UnitRow[]; text: string }

/** Reads a file or pasted cells and says of every row what is wrong with it; changes nothing. */
export async function checkUnits(
  viewer: Viewer,
  { file, text }: z.infer<typeof checkSheetInput>,
): Promise<CheckedUnits> {
  const cells = file ? await cellsOfFile(file, limits) : cellsOfText(text)
  const { rows } = await read(viewer, (tx) => check(tx, viewer, cells))
  return { rows, text: textOfCells(cells) }
}

async function check(tx: Tx, viewer: Viewer, cells: string[][]) {
  const { countyId } = viewer
  authorize(viewer, 'organisation.manage', { countyId })
  const rows = readUnits(cells)
  if (rows.length === 0) throw new RuleBroken('sheetEmpty')
  if (rows.length > maxUnitRows) throw new RuleBroken('sheetTooLong', { max: maxUnitRows })
  const names = rows.map(({ text }) => text.name).filter(Boolean)
  const there = await tx.organisation.findMany({
    where: { countyId, name: { in: names } },
    select: { name: true },
  })
  const taken = new Set(there.map(({ name }) => name))
  const townships = await tx.township.findMany({
    where: { countyId },
    select: { id: true, name: true },
  })
  const townshipOf = new Map(townships.flatMap(({ id, name }) => [[id, id] as const, [name, id]]))
  for (const { text, kind, issues } of rows) {
    if (taken.has(text.name)) issues.push({ field: 'name', code: 'organisationNameTaken' })
    if (kind === 'TOWNSHIP' && text.township && !townshipOf.has(text.township)) {
      issues.push({ field: 'township', code: 'townshipUnknown' })
    }
  }
  return { rows, townshipOf }
}

/**
 * createOrganisations: takes in the organisations of a sheet, all together. Rows with something
 * against them are left out only when the administrator chose so. Returns how many were made.
 */
export async function createOrganisations(
  viewer: Viewer,
  { text, onlyGood }: z.infer<typeof createFromSheetInput>,
): Promise<number> {
  return transaction(viewer, async (tx) => {
    const { rows, townshipOf } = await check(tx, viewer, cellsOfText(text))
    const good = rows.filter(({ issues }) => issues.length === 0)
    if (good.length === 0) throw new RuleBroken('sheetNothingGood')
    if (good.length < rows.length && !onlyGood) {
      throw new RuleBroken('sheetHasErrors', { count: rows.length - good.length })
    }
    for (const { text, kind } of good) {
      if (!kind) continue
      const townshipId = townshipOf.get(text.township)
      await addOrganisation(tx, viewer, { name: text.name, kind, townshipId })
    }
    return good.length
  }).catch((error: unknown) => {
    // Somebody made one of them since the rows were checked.
    throw (error as { code?: unknown }).code === 'P2002' ? new RuleBroken('sheetChanged') : error
  })
}
