'use client'
import { useEffect, useRef } from 'react'
import { Checkbox, Radio } from '@/components/ui/choice'
import { Errors, FieldGroup, wire } from '@/components/ui/field'
import type { FieldProps } from './fields'
import { useField } from './form-context'

export type Choice = { value: string; label: string; hint?: string }

type CheckboxFieldProps = Omit<FieldProps, 'optional'> & { defaultChecked?: boolean }

/** One box; ticked it sends `on`, else nothing. */
export function CheckboxField({ name, label, hint, defaultChecked = false }: CheckboxFieldProps) {
  const { id, errors, kept } = useField(name)
  return (
    <div className="grid gap-1">
      <Checkbox
        name={name}
        label={label}
        hint={hint}
        defaultChecked={kept ? kept.length > 0 : defaultChecked}
        {...wire(id, { errors })}
      />
      <Errors id={id} errors={errors} />
    </div>
  )
}

type RadioFieldProps = FieldProps & { options: Choice[]; defaultValue?: string; inline?: boolean }

/** One of a few, all in sight. */
export function RadioField(props: RadioFieldProps) {
  const { name, label, hint, optional, options, defaultValue, inline } = props
  const { id, errors, kept } = useField(name)
  const chosen = kept ? kept[0] : defaultValue
  const group = useServerChoice(defaultValue)
  return (
    <FieldGroup id={id} legend={label} hint={hint} optional={optional} errors={errors}>
      <div ref={group} data-field={name} className={inline ? 'flex flex-wrap gap-x-6' : 'grid'}>
        {options.map((option) => (
          <Radio
            key={option.value}
            name={name}
            defaultChecked={option.value === chosen}
            {...option}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

type CheckboxesFieldProps = FieldProps & {
  /** Must end in `[]`, so that one tick is a list too. */
  name: `${string}[]`
  options: Choice[]
  defaultValue?: string[]
}

/** Any of a few. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  const { name, label, hint, optional, options, defaultValue = [] } = props
  const { id, errors, kept } = useField(name)
  const chosen = kept ?? defaultValue
  return (
    <FieldGroup id={id} legend={label} hint={hint} optional={optional} errors={errors}>
      <div data-field={name} className="grid sm:grid-cols-2 sm:gap-x-6">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={name}
            defaultChecked={chosen.includes(option.value)}
            {...option}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Like `useServerValue`: an untouched choice follows the server. */
function useServerChoice(value: string | undefined) {
  const group = useRef<HTMLDivElement>(null)
  const before = useRef(value)
  useEffect(() => {
    const old = before.current
    before.current = value
    const boxes = [...(group.current?.querySelectorAll('input') ?? [])]
    if (old === value || boxes.find((box) => box.checked)?.value !== old) return
    for (const box of boxes) box.checked = box.value === value
  }, [value])
  return group
}
