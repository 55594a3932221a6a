const invalid = '[aria-invalid="true"], [data-invalid]'

/** Moves to the first field in error, opening what it is folded into. False when there is none. */
export function focusFirstError(form: HTMLFormElement): boolean {
  const field = form.querySelector<HTMLElement>(invalid)
  if (!field) return false
  for (let up = field.parentElement; up && up !== form; up = up.parentElement) {
    if (up instanceof HTMLDetailsElement) up.open = true
  }
  const control = field.matches('input, select, textarea')
    ? field
    : field.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button')
  ;(control ?? field).focus()
  ;(field.parentElement ?? field).scrollIntoView({ block: 'nearest' })
  return true
}
