'use server'
import { checkSheetInput, createFromSheetInput } from '@/lib/accounts/schema'
import { checkUnits, createOrganisations } from '@/lib/accounts/unit-sheet-commands'
import { stepAction } from '@/lib/action'

export const checkUnitsAction = stepAction({ schema: checkSheetInput, run: checkUnits })

export const createOrganisationsAction = stepAction({
  schema: createFromSheetInput,
  run: createOrganisations,
})
