'use client'
import { useLocale } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { DateInput } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import { formatDay, formatWeekday } from '@/lib/i18n/format'
import type { FieldProps } from './fields'
import { useField } from './form-context'
import { Theirs, useServerValue } from './theirs'

type DateFieldProps = FieldProps & { defaultValue?: string; min?: string; max?: string }

/** A day `YYYY-MM-DD`; beside the box it is written out with its weekday. */
export function DateField(props: DateFieldProps) {
  const { name, label, hint, optional, defaultValue = '', min, max } = props
  const { id, errors, kept, theirs } = useField(name)
  const locale = useLocale()
  const control = useRef<HTMLInputElement>(null)
  const [start] = useState(kept?.[0] ?? defaultValue)
  const [day, setDay] = useState(start)
  const changed = useServerValue(control, defaultValue)
  useEffect(() => setDay(control.current?.value ?? ''), [])
  const latest = theirs(defaultValue, changed)
  return (
    <Field id={id} label={label} hint={hint} optional={optional} errors={errors}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <DateInput
          ref={control}
          name={name}
          min={min}
          max={max}
          defaultValue={start}
          onInput={(event) => setDay(event.currentTarget.value)}
          {...wire(id, { hint, errors })}
        />
        {day ? (
          <output htmlFor={id} className="text-sm text-ink-2">
            {formatDay(day, locale)} {formatWeekday(day, locale)}
          </output>
        ) : null}
      </span>
      <Theirs control={control} value={latest} text={latest && formatDay(latest, locale)} />
    </Field>
  )
}
