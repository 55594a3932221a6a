'use client'
import { SheetForm } from '@/components/sheet/sheet-form'
import { checkUnitsAction } from './actions'
import { CheckedUnits } from './checked-units'

/** Taking in organisations from a sheet, step by step. */
export function UnitSheet() {
  return (
    <SheetForm check={checkUnitsAction} template="/api/templates/organisations">
      {(checked) => <CheckedUnits key={checked.text} checked={checked} />}
    </SheetForm>
  )
}
