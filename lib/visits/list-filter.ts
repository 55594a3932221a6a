import { z } from 'zod'
import { isDay } from '@/lib/dates'
import { isId } from '@/lib/ids'
import { ContactKind } from '@/prisma/generated/enums'

/** Who logged it, as the list tells them apart. */
export const visitRoles = ['COUNTY_LEADER', 'TOWNSHIP', 'HELPER_UNIT', 'WORK_TEAM'] as const

/** Where the page before ended: the day and the id of its last visit. */
const after = z
  .string()
  .transform((value) => value.split('~'))
  .pipe(z.tuple([z.string().refine(isDay), z.string().refine(isId)]))
  .transform(([day, id]) => ({ day, id }))

const shape = {
  township: z.string().regex(/^\d{9}$/),
  village: z.uuid(),
  case: z.uuid(),
  kind: z.enum(ContactKind),
  role: z.enum(visitRoles),
  /** Logged by the viewer. */
  author: z.enum(['me']),
  /** Something is left to follow up. */
  state: z.enum(['task']),
  from: z.iso.date(),
  to: z.iso.date(),
  after,
} as const

type Shape = typeof shape
export type VisitFilter = { [K in keyof Shape]?: z.output<Shape[K]> }

const names = Object.keys(shape) as (keyof Shape)[]

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export function parseVisitFilter(given: Record<string, string | string[] | undefined>): {
  filter: VisitFilter
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
  return { filter: filter as VisitFilter, ignored }
}

/** The cursor after a visit. */
export const cursorOf = ({ day, id }: { day: string; id: string }) => `${day}~${id}`

/** The address of a filtered list. */
export function visitListHref(filter: VisitFilter): string {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, typeof value === 'string' ? value : cursorOf(value)] as [string, string]],
  )
  const query = new URLSearchParams(given).toString()
  return query ? `/visits?${query}` : '/visits'
}
