import { z } from 'zod'
import { CoordinationStatus } from '@/prisma/generated/enums'

const shape = {
  status: z.enum(CoordinationStatus),
  /** `open`: still waiting for somebody; `overdue`: past its deadline. */
  state: z.enum(['open', 'overdue']),
  township: z.string().regex(/^\d{9}$/),
  department: z.uuid(),
  case: z.uuid(),
  /** The last request of the page before (ids grow with time). */
  after: z.uuid(),
} as const

type Shape = typeof shape
export type RequestFilter = { [K in keyof Shape]?: z.infer<Shape[K]> }

const names = Object.keys(shape) as (keyof Shape)[]

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export function parseRequestFilter(given: Record<string, string | string[] | undefined>): {
  filter: RequestFilter
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
  return { filter: filter as RequestFilter, ignored }
}

/** The address of a filtered list. */
export function requestListHref(filter: RequestFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  return given.length > 0 ? `/coordination?${new URLSearchParams(given)}` : '/coordination'
}
