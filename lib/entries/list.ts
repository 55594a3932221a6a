import { z } from 'zod'
import { fromDay, isDay } from '@/lib/dates'
import { isId } from '@/lib/ids'

/** Where the page before ended: the day and the id of its last entry. */
export const after = z
  .string()
  .transform((value) => value.split('~'))
  .pipe(z.tuple([z.string().refine(isDay), z.string().refine(isId)]))
  .transform(([day, id]) => ({ day, id }))

export type After = z.output<typeof after>

/** The cursor after an entry. */
const cursorOf = ({ day, id }: { day: string; id: string }) => `${day}~${id}`

type Given = Record<string, string | string[] | undefined>
type Shape = Record<string, z.ZodType>
export type FilterOf<S extends Shape> = { [K in keyof S]?: z.output<S[K]> }

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export function parseFilter<S extends Shape>(
  shape: S,
  given: Given,
): { filter: FilterOf<S>; ignored: boolean } {
  const filter: Record<string, unknown> = {}
  let ignored = false
  for (const [name, schema] of Object.entries(shape)) {
    const value = given[name]
    if (value === undefined || (typeof value === 'string' && value.trim() === '')) continue
    const parsed = schema.safeParse(value)
    if (parsed.success) filter[name] = parsed.data
    else ignored = true
  }
  return { filter: filter as FilterOf<S>, ignored }
}

/** The address of a filtered list. */
export function listHref(path: string, filter: Record<string, string | After | undefined>): string {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, typeof value === 'string' ? value : cursorOf(value)] as [string, string]],
  )
  const query = new URLSearchParams(given).toString()
  return query ? `${path}?${query}` : path
}

/** What comes after a place in the order of day and id, the latest first. */
export function beyond(place: After | undefined) {
  if (!place) return {}
  const day = fromDay(place.day)
  return { day: { lte: day }, OR: [{ day: { lt: day } }, { id: { lt: place.id } }] }
}

/** Within which days, both included. */
export function during(from: string | undefined, to: string | undefined) {
  return from || to
    ? { day: { gte: from ? fromDay(from) : undefined, lte: to ? fromDay(to) : undefined } }
    : {}
}

/** A page out of one row more than it holds. */
export function pageOf<Row extends { day: string; id: string }>(found: Row[], limit: number) {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > limit && last ? cursorOf(last) : null }
}
