'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { TextArea } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import type { FieldProps } from './fields'
import { useField } from './form-context'
import { Theirs, useServerValue } from './theirs'

type TextAreaFieldProps = FieldProps & {
  defaultValue?: string
  rows?: number
  /** Most characters; counted while typing, never cut off. */
  max?: number
  placeholder?: string
}

export function TextAreaField(props: TextAreaFieldProps) {
  const { name, label, hint, optional, defaultValue = '', rows, max = 10_000, placeholder } = props
  const { id, errors, kept, theirs } = useField(name)
  const control = useRef<HTMLTextAreaElement>(null)
  const [start] = useState(kept?.[0] ?? defaultValue)
  const changed = useServerValue(control, defaultValue)
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      optional={optional}
      errors={errors}
      aside={<Count control={control} max={max} />}
    >
      <TextArea
        ref={control}
        name={name}
        rows={rows}
        placeholder={placeholder}
        defaultValue={start}
        {...wire(id, { hint, errors })}
      />
      <Theirs control={control} value={theirs(defaultValue, changed)} />
    </Field>
  )
}

type CountProps = { control: RefObject<HTMLTextAreaElement | null>; max: number }

/** Characters used; a screen reader hears of it only when there are too many. */
function Count({ control, max }: CountProps) {
  const t = useTranslations('form')
  const [used, setUsed] = useState(0)
  useEffect(() => {
    const area = control.current
    if (!area) return
    const count = () => setUsed(area.value.length)
    count()
    area.addEventListener('input', count)
    return () => area.removeEventListener('input', count)
  }, [control])
  const over = used - max
  return (
    <span className="ms-auto whitespace-nowrap">
      <span aria-hidden="true">{t('count', { used, max })}</span>
      <span role="status" className={over > 0 ? 'ms-2 font-medium text-red' : 'sr-only'}>
        {over > 0 ? t('over', { over }) : ''}
      </span>
    </span>
  )
}
