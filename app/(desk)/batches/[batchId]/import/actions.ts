'use server'
import { stepAction } from '@/lib/action'
import { checkLedger, importLedger } from '@/lib/ledger/import-commands'
import { checkLedgerInput, importLedgerInput } from '@/lib/ledger/schema'

export const checkLedgerAction = stepAction({ schema: checkLedgerInput, run: checkLedger })

export const importLedgerAction = stepAction({
  schema: importLedgerInput,
  run: (viewer, input) => importLedger(viewer, input, new Date()),
})
