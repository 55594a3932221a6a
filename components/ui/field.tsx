import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type Said = { hint?: ReactNode; errors?: string[] }

/** The attributes that tie a control to its hint and errors. */
export function wire(id: string, { hint, errors = [] }: Said = {}) {
  const described = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-error` : '']
  return {
    id,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    'aria-invalid': errors.length > 0 ? true : undefined,
  }
}

type FieldProps = Said & {
  id: string
  label: ReactNode
  optional?: boolean
  /** Right of the hint line: a count, a unit. */
  aside?: ReactNode
  children: ReactNode
}

/** Label, control, hint and errors of one control. */
export function Field({ id, label, optional, hint, errors = [], aside, children }: FieldProps) {
  return (
    <div className="grid min-w-0 content-start gap-1">
      <label htmlFor={id} className="text-md font-medium">
        {label}
        {optional ? <Optional /> : null}
      </label>
      {children}
      {hint || aside ? (
        <div className="flex justify-between gap-3 text-sm text-ink-2">
          <span id={`${id}-hint`}>{hint}</span>
          {aside}
        </div>
      ) : null}
      <Errors id={id} errors={errors} />
    </div>
  )
}

type GroupProps = Said & { id: string; legend: ReactNode; optional?: boolean; children: ReactNode }

/** The same for a group of controls, such as radio buttons. */
export function FieldGroup({ id, legend, optional, hint, errors = [], children }: GroupProps) {
  const { 'aria-describedby': describedBy } = wire(id, { hint, errors })
  return (
    <fieldset
      id={id}
      aria-describedby={describedBy}
      data-invalid={errors.length > 0 || undefined}
      className="grid min-w-0 content-start gap-1"
    >
      <legend className="mb-1 text-md font-medium">
        {legend}
        {optional ? <Optional /> : null}
      </legend>
      {children}
      {hint ? (
        <span id={`${id}-hint`} className="text-sm text-ink-2">
          {hint}
        </span>
      ) : null}
      <Errors id={id} errors={errors} />
    </fieldset>
  )
}

function Optional() {
  const t = useTranslations('ui')
  return <span className="ms-2 text-sm font-normal text-ink-3">{t('optional')}</span>
}

export function Errors({ id, errors }: { id: string; errors: string[] }) {
  if (errors.length === 0) return null
  return (
    <div id={`${id}-error`} className="text-sm font-medium text-red">
      {errors.map((error) => (
        <p key={error} className="flex gap-1.5">
          <span aria-hidden="true">✕</span>
          {error}
        </p>
      ))}
    </div>
  )
}
