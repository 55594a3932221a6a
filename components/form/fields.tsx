'use client'
import { useTranslations } from 'next-intl'
import { type HTMLInputAutoCompleteAttribute, type ReactNode, useRef, useState } from 'react'
import { FileInput, NumberInput, type Option, Select, TextInput } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import { useField } from './form-context'
import { Theirs, useServerValue } from './theirs'

export type FieldProps = {
  /** Field name; `a.b` nests. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Shown as such; unmarked fields are required. The schema decides, this only tells. */
  optional?: boolean
}

type TextFieldProps = FieldProps & {
  defaultValue?: string
  type?: 'text' | 'tel' | 'email' | 'password' | 'url'
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  maxLength?: number
  placeholder?: string
  autoFocus?: boolean
  readOnly?: boolean
  /** Keep what is typed here out of the local draft. */
  secret?: boolean
}

export function TextField(props: TextFieldProps) {
  const { name, label, hint, optional, defaultValue = '', secret, ...rest } = props
  const { id, errors, kept, theirs } = useField(name)
  const control = useRef<HTMLInputElement>(null)
  const [start] = useState(kept?.[0] ?? defaultValue)
  const changed = useServerValue(control, defaultValue)
  return (
    <Field id={id} label={label} hint={hint} optional={optional} errors={errors}>
      <TextInput
        ref={control}
        name={name}
        defaultValue={start}
        autoComplete="off"
        data-secret={secret || undefined}
        {...wire(id, { hint, errors })}
        {...rest}
      />
      <Theirs control={control} value={theirs(defaultValue, changed)} />
    </Field>
  )
}

type NumberFieldProps = FieldProps & {
  defaultValue?: string | number
  /** Said after the box, such as 元. */
  unit?: string
  whole?: boolean
}

export function NumberField(props: NumberFieldProps) {
  const { name, label, hint, optional, unit, whole } = props
  const defaultValue = String(props.defaultValue ?? '')
  const { id, errors, kept, theirs } = useField(name)
  const control = useRef<HTMLInputElement>(null)
  const [start] = useState(kept?.[0] ?? defaultValue)
  const changed = useServerValue(control, defaultValue)
  return (
    <Field id={id} label={label} hint={hint} optional={optional} errors={errors}>
      <span className="flex items-center gap-2">
        <NumberInput
          ref={control}
          name={name}
          defaultValue={start}
          autoComplete="off"
          inputMode={whole ? 'numeric' : 'decimal'}
          {...wire(id, { hint, errors })}
        />
        {unit ? <span className="text-md text-ink-2">{unit}</span> : null}
      </span>
      <Theirs control={control} value={theirs(defaultValue, changed)} />
    </Field>
  )
}

type SelectFieldProps = FieldProps & {
  defaultValue?: string
  options: Option[]
  /** Words of the empty entry; `false` leaves it out. */
  blank?: string | false
}

export function SelectField(props: SelectFieldProps) {
  const { name, label, hint, optional, options, defaultValue = '', blank } = props
  const { id, errors, kept, theirs } = useField(name)
  const t = useTranslations('ui')
  const control = useRef<HTMLSelectElement>(null)
  const [start] = useState(kept?.[0] ?? defaultValue)
  const changed = useServerValue(control, defaultValue)
  const latest = theirs(defaultValue, changed)
  return (
    <Field id={id} label={label} hint={hint} optional={optional} errors={errors}>
      <Select
        ref={control}
        name={name}
        options={options}
        blank={blank === false ? undefined : (blank ?? t('pleaseChoose'))}
        defaultValue={start}
        {...wire(id, { hint, errors })}
      />
      <Theirs
        control={control}
        value={latest}
        text={options.find((option) => option.value === latest)?.label}
      />
    </Field>
  )
}

type FileFieldProps = FieldProps & { accept?: string; multiple?: boolean }

export function FileField({ name, label, hint, optional, accept, multiple }: FileFieldProps) {
  const { id, errors } = useField(name)
  return (
    <Field id={id} label={label} hint={hint} optional={optional} errors={errors}>
      <FileInput name={name} accept={accept} multiple={multiple} {...wire(id, { hint, errors })} />
    </Field>
  )
}

/** A value the form carries along: ids and the version. Follows the page, never the draft. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />
}
