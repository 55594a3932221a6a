'use client'
import { createContext, useContext, useId } from 'react'
import type { FormState, Msg } from '@/lib/form-state'
import { useMessage } from './message'

export type FormContextValue = {
  errors: Record<string, Msg[]>
  /** Values of the local draft by field name; an unticked box is an empty list. */
  restored: ReadonlyMap<string, string[]> | null
  conflict: FormState['conflict']
  /** To be called when fields came or went, so that the draft is kept. */
  touched: () => void
}

export const FormContext = createContext<FormContextValue>({
  errors: {},
  restored: null,
  conflict: undefined,
  touched: () => {},
})

/** What one field needs to know of its form: an id, its errors as text, its value in the draft. */
export function useField(name: string) {
  const id = useId()
  const form = useContext(FormContext)
  const message = useMessage()
  const errors = (form.errors[name.replace(/\[\]$/, '')] ?? []).map(message)
  // After a conflict: their value as the server told it, or else as the page has it now.
  const theirs = (value: string, changed: boolean) =>
    form.conflict?.fields?.[name] ?? (form.conflict && changed ? value : undefined)
  return { id, errors, kept: form.restored?.get(name), theirs }
}
