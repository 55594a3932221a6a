'use client'
import { SheetForm } from '@/components/sheet/sheet-form'
import { checkSheetAction } from './actions'
import { CheckedSheet } from './checked-sheet'

/** Opening many accounts from a sheet, step by step. */
export function PeopleSheet() {
  return (
    <SheetForm check={checkSheetAction} template="/api/templates/people">
      {(checked) => <CheckedSheet key={checked.text} checked={checked} />}
    </SheetForm>
  )
}
