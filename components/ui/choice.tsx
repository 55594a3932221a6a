import type { ComponentProps, ReactNode } from 'react'

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** A box to tick, its whole line is the target. */
export function Checkbox(props: ChoiceProps) {
  return <Choice type="checkbox" {...props} />
}

/** One of several; give all the same `name`. */
export function Radio(props: ChoiceProps) {
  return <Choice type="radio" {...props} />
}

function Choice({
  label,
  hint,
  type,
  className = '',
  ...rest
}: ChoiceProps & { type: 'checkbox' | 'radio' }) {
  return (
    <label className="flex min-h-(--control-small) items-baseline gap-2.5 py-1">
      <input
        type={type}
        className={`size-4.5 flex-none translate-y-0.5 accent-brand ${className}`}
        {...rest}
      />
      <span>
        {label}
        {hint ? <span className="block text-sm text-ink-2">{hint}</span> : null}
      </span>
    </label>
  )
}
