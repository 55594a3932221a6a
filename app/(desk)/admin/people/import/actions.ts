'use server'
import { requireApiViewer } from '@/lib/access/viewer'
import { loggingDenied } from '@/lib/accounts/security-log'
import { checkSheet, createAccounts, type SheetResult } from '@/lib/accounts/sheet'
import { cellsOfFile, cellsOfText, textOfCells } from '@/lib/accounts/sheet-file'
import type { SheetRow } from '@/lib/accounts/sheet-rules'
import { failure } from '@/lib/action-failure'
import { RuleBroken } from '@/lib/errors'
import type { FormState } from '@/lib/form-state'

/** Where the sheet has got to: nothing yet, checked, created; a refusal stands beside it. */
export type SheetState = {
  /** The cells as text, for the next step. */
  text: string
  rows?: SheetRow[]
  created?: SheetResult[]
  refused?: FormState
}

/** Reads the file or the pasted text and says of every row what is wrong with it. */
export async function checkSheetAction(_: SheetState, form: FormData): Promise<SheetState> {
  const pasted = String(form.get('text') ?? '')
  try {
    const viewer = await requireApiViewer()
    const file = form.get('file')
    const cells =
      file instanceof File && file.size > 0 ? await cellsOfFile(file) : cellsOfText(pasted)
    const rows = await loggingDenied(viewer, () => checkSheet(viewer, cells))
    return { text: textOfCells(cells), rows }
  } catch (error) {
    return { text: pasted, refused: await failure(error) }
  }
}

/** Opens the accounts of the checked sheet; the passwords come back once. */
export async function createFromSheetAction(_: SheetState, form: FormData): Promise<SheetState> {
  const text = String(form.get('text') ?? '')
  const cells = cellsOfText(text)
  try {
    const viewer = await requireApiViewer()
    const onlyGood = form.get('onlyGood') === 'on'
    const work = () => createAccounts(viewer, { cells, onlyGood }, new Date())
    return { text: '', created: await loggingDenied(viewer, work) }
  } catch (error) {
    const refused = await failure(error)
    return { text, refused, rows: await checkedAgain(error, cells) }
  }
}

async function checkedAgain(error: unknown, cells: string[][]) {
  if (!(error instanceof RuleBroken)) return undefined
  return checkSheet(await requireApiViewer(), cells).catch(() => undefined)
}
