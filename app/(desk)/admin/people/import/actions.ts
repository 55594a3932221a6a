'use server'
import { checkSheetInput, createFromSheetInput } from '@/lib/accounts/schema'
import { checkSheet, createAccounts } from '@/lib/accounts/sheet-commands'
import { stepAction } from '@/lib/action'

export const checkSheetAction = stepAction({ schema: checkSheetInput, run: checkSheet })

export const createAccountsAction = stepAction({
  schema: createFromSheetInput,
  run: (viewer, input) => createAccounts(viewer, input, new Date()),
})
