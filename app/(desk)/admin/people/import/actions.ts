'use server'
import { checkSheetInput, createAccountsInput } from '@/lib/accounts/schema'
import { checkSheet, createAccounts } from '@/lib/accounts/sheet-commands'
import { stepAction } from '@/lib/action'

export const checkSheetAction = stepAction({ schema: checkSheetInput, run: checkSheet })

export const createAccountsAction = stepAction({
  schema: createAccountsInput,
  run: (viewer, input) => createAccounts(viewer, input, new Date()),
})
