import type { ComponentProps } from 'react'

/** One line of text. */
export function TextInput({ className = '', type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input type={type} className={`control ${className}`} {...rest} />
}

/** Text that may be long; grows with what is typed. */
export function TextArea({ className = '', rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={`control ${className}`} {...rest} />
}

/** A day, as the browser's own calendar gives it. */
export function DateInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input type="date" className={`control max-w-56 ${className}`} {...rest} />
}

/** A number: text with a number keyboard, so that a wheel or a letter never changes it silently. */
export function NumberInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return (
    <input type="text" inputMode="decimal" className={`control max-w-40 ${className}`} {...rest} />
  )
}

/** Files from the disk or the camera. */
export function FileInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input type="file" className={`control ${className}`} {...rest} />
}

export type Option = { value: string; label: string; group?: string }

type SelectProps = Omit<ComponentProps<'select'>, 'children'> & {
  options: Option[]
  /** The entry for "none chosen"; left out when there is always a choice. */
  blank?: string
}

/** One choice out of a list. Options with a `group` stand under its name, in the order given. */
export function Select({ options, blank, className = '', ...rest }: SelectProps) {
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <select className={`control ${className}`} {...rest}>
      {blank === undefined ? null : <option value="">{blank}</option>}
      {groups.map((group) => {
        const members = options.filter((option) => option.group === group)
        return group ? (
          <optgroup key={group} label={group}>
            <Options options={members} />
          </optgroup>
        ) : (
          <Options key="" options={members} />
        )
      })}
    </select>
  )
}

function Options({ options }: { options: Option[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
}
