'use client'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { largestFile } from '@/lib/attachments/limits'
import type { FormAction } from '@/lib/form-state'

type UploadFormProps = { action: FormAction; submit: string; label: string; children: ReactNode }

/** A form with one file `file`: one that is too large is said so before it is sent anywhere. */
export function UploadForm({ action, submit, label, children }: UploadFormProps) {
  const checked: FormAction = async (state, form) => {
    const file = form.get('file')
    if (file instanceof File && file.size > largestFile) {
      return { status: 'invalid', fieldErrors: { file: [{ code: 'fileTooLarge' }] } }
    }
    return action(state, form)
  }
  return (
    <ActionForm action={checked} submit={submit} label={label} resetOnDone>
      {children}
    </ActionForm>
  )
}
