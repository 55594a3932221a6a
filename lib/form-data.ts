import { storable } from './storable'

/** A form as nested values: blank text is absent, `a.b` nests, `rows.0.x` makes rows, `x[]` a list. */
export type FormObject = { [name: string]: FormValue }
type FormValue = string | File | FormValue[] | FormObject

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])
const maxDepth = 6
const isIndex = (name: string) => /^(0|[1-9]\d{0,3})$/.test(name)

/**
 * Turns form fields into the nested object that a zod schema checks. Line ends become `\n`, what no database keeps is dropped; blank
 * fields and empty file inputs are left out, so that "required" and "optional" are the schema's
 * business; a row keeps its place even when all of its fields are blank. A name given twice without
 * `[]` keeps its last value. Next's own fields and unsafe names are dropped.
 */
export function formToObject(form: FormData): FormObject {
  const root: FormObject = {}
  for (const name of new Set(form.keys())) {
    const list = name.endsWith('[]')
    const path = (list ? name.slice(0, -2) : name).split('.')
    if (name.startsWith('$') || path.length > maxDepth) continue
    if (path.some((part) => part === '' || forbidden.has(part))) continue
    const given = form.getAll(name).map(clean).filter(isGiven)
    put(root, path, list ? given : given.at(-1))
  }
  return settle(root) as FormObject
}

function clean(entry: FormDataEntryValue): string | File | undefined {
  if (typeof entry !== 'string') return entry.size > 0 ? entry : undefined
  const text = storable(entry)
  return text.trim() === '' ? undefined : text.replace(/\r\n?/g, '\n')
}

function isGiven<T>(value: T | undefined): value is T {
  return value !== undefined
}

function put(root: FormObject, path: string[], value: FormValue | undefined): void {
  let place = root
  for (const part of path.slice(0, -1)) {
    const before = place[part]
    const next = isPlain(before) ? before : {}
    place[part] = next
    place = next
  }
  const last = path.at(-1)
  if (last !== undefined && value !== undefined) place[last] = value
}

/** Objects whose keys are all indexes become lists, in order, without holes. */
function settle(value: FormValue): FormValue {
  if (!isPlain(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, settle(inner)] as const)
  if (entries.length > 0 && entries.every(([name]) => isIndex(name))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner)
  }
  return Object.fromEntries(entries)
}

function isPlain(value: FormValue | undefined): value is FormObject {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof File)
}
