const prefix = 'draft:'
const maxAge = 30 * 24 * 3_600_000

/** What was typed and not submitted: field name → values; an unticked box is an empty list. */
export type Draft = { at: number; values: [name: string, values: string[]][] }

/** The key of a draft in this browser, apart for each account that uses it. */
export function draftKey(name: string): string {
  const owner = document.querySelector<HTMLElement>('[data-owner]')?.dataset.owner ?? ''
  return `${prefix}${owner}:${name}`
}

/** The draft under a key; drafts of more than 30 days are thrown away, whosever they are. */
export function readDraft(key: string): Draft | null {
  try {
    for (const other of Object.keys(localStorage)) {
      if (other.startsWith(prefix) && isOld(parse(localStorage.getItem(other)))) {
        localStorage.removeItem(other)
      }
    }
    return parse(localStorage.getItem(key))
  } catch {
    return null // storage is switched off in this browser
  }
}

export function writeDraft(key: string, values: Draft['values'] | null): void {
  try {
    if (values) localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }))
    else localStorage.removeItem(key)
  } catch {
    // storage is full or switched off: the form itself still holds the text
  }
}

/** What stands in a form now. Hidden, password and file inputs are never kept. */
export function valuesOf(form: HTMLFormElement): Draft['values'] {
  const values = new Map<string, string[]>()
  for (const control of form.elements) {
    if (!isKept(control)) continue
    const before = values.get(control.name) ?? []
    const off = control instanceof HTMLInputElement && isTicked(control) && !control.checked
    values.set(control.name, off ? before : [...before, control.value])
  }
  return [...values]
}

export function sameValues(a: Draft['values'], b: Draft['values']): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function isKept(element: Element): element is Control {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
    return element.name !== ''
  }
  if (!(element instanceof HTMLInputElement) || element.name === '') return false
  if (element.type === 'hidden') return 'keep' in element.dataset
  return !['password', 'file', 'submit'].includes(element.type) && !('secret' in element.dataset)
}

function isTicked(input: HTMLInputElement): boolean {
  return input.type === 'checkbox' || input.type === 'radio'
}

function parse(text: string | null): Draft | null {
  if (!text) return null
  try {
    const draft = JSON.parse(text) as Draft
    return Array.isArray(draft.values) && typeof draft.at === 'number' ? draft : null
  } catch {
    return null
  }
}

function isOld(draft: Draft | null): boolean {
  return !draft || Date.now() - draft.at > maxAge
}
