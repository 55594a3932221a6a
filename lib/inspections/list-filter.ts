import { z } from 'zod'
import { InspectionMethod, RoundState } from '@/prisma/generated/enums'

const shape = {
  method: z.enum(InspectionMethod),
  state: z.enum(RoundState),
  year: z.string().regex(/^20\d{2}$/),
  /** The last round of the page before (ids grow with time). */
  after: z.uuid(),
} as const

type Shape = typeof shape
export type RoundFilter = { [K in keyof Shape]?: z.infer<Shape[K]> }

const names = Object.keys(shape) as (keyof Shape)[]

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export function parseRoundFilter(given: Record<string, string | string[] | undefined>): {
  filter: RoundFilter
  ignored: boolean
} {
  const filter: Record<string, unknown> = {}
  let ignored = false
  for (const name of names) {
    const value = given[name]
    if (value === undefined || (typeof value === 'string' && value.trim() === '')) continue
    const parsed = shape[name].safeParse(value)
    if (parsed.success) filter[name] = parsed.data
    else ignored = true
  }
  return { filter: filter as RoundFilter, ignored }
}

/** The address of a filtered list. */
export function roundListHref(filter: RoundFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  return given.length > 0 ? `/inspections?${new URLSearchParams(given)}` : '/inspections'
}
