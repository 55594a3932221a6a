import { z } from 'zod'
import { searchText } from '@/lib/storable'
import { OrganisationKind, Role, UserStatus } from '@/prisma/generated/enums'

export type Given = Record<string, string | string[] | undefined>

const text = searchText(100)

/** What the lists understand in their address; blank is not given. */
export const peopleFilters = {
  q: text,
  organisation: z.uuid(),
  role: z.enum(Role),
  status: z.enum(UserStatus),
  after: searchText(64),
}

export const organisationFilters = {
  q: text,
  kind: z.enum(OrganisationKind),
  state: z.enum(['inUse', 'givenUp']),
  after: searchText(200),
}

export const appointmentFilters = {
  view: z.enum(['pending', 'current', 'over']),
  after: z.uuid(),
}

export const logViews = ['refused', 'accounts', 'signIns'] as const

export const securityKinds = ['denied', 'signInFailed', 'signInLocked', 'codeWrong'] as const

export const securityFilters = {
  view: z.enum(logViews),
  kind: z.enum(securityKinds),
  /** Instant and id of the last row of the page before. */
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z_[0-9a-f-]{36}$/)
    .transform((text) => {
      const [at = '', id = ''] = text.split('_')
      return { at: new Date(at), id }
    })
    .refine(({ at }) => !Number.isNaN(at.getTime())),
  /** Sequence number of the last event of the page before. */
  before: z.coerce.number().int().positive().max(2_147_483_647),
}

type Filters = Record<string, z.ZodType>
type Read<F extends Filters> = { [Name in keyof F]?: z.output<F[Name]> }

/** Reads a page's address: what is malformed is left out and said. */
export function readFilters<F extends Filters>(filters: F, given: Given) {
  const found: Record<string, unknown> = {}
  let ignored = false
  for (const [name, schema] of Object.entries(filters)) {
    const value = given[name]
    if (value === undefined || value === '') continue
    const parsed = schema.safeParse(value)
    if (parsed.success) found[name] = parsed.data
    else ignored = true
  }
  return { filter: found as Read<F>, ignored }
}

/** The same address with other values; undefined takes one out. */
export function hrefWith(path: string, given: Given, change: Record<string, string | undefined>) {
  const merged = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...given, ...change })) {
    if (typeof value === 'string' && value !== '') merged.set(name, value)
  }
  const query = merged.toString()
  return query ? `${path}?${query}` : path
}
