'use client'
import { TextField } from '@/components/form/fields'
import { useField } from '@/components/form/form-context'

/** Comes up once the password was right and the account has a second factor. */
export function CodeField({ label, hint }: { label: string; hint: string }) {
  const { errors } = useField('code')
  if (errors.length === 0) return null
  return (
    <TextField
      name="code"
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="one-time-code"
      secret
    />
  )
}
