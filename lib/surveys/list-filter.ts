import { z } from 'zod'
import { SurveyKind, SurveyState } from '@/prisma/generated/enums'

const shape = {
  kind: z.enum(SurveyKind),
  state: z.enum(SurveyState),
  township: z.string().regex(/^\d{9}$/),
  case: z.uuid(),
  /** The last round of the page before (ids grow with time). */
  after: z.uuid(),
} as const

type Shape = typeof shape
export type SurveyFilter = { [K in keyof Shape]?: z.infer<Shape[K]> }

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export function parseSurveyFilter(given: Record<string, string | string[] | undefined>): {
  filter: SurveyFilter
  ignored: boolean
} {
  const filter: Record<string, unknown> = {}
  let ignored = false
  for (const name of Object.keys(shape) as (keyof Shape)[]) {
    const value = given[name]
    if (value === undefined || (typeof value === 'string' && value.trim() === '')) continue
    const parsed = shape[name].safeParse(value)
    if (parsed.success) filter[name] = parsed.data
    else ignored = true
  }
  return { filter: filter as SurveyFilter, ignored }
}

/** The address of a filtered list. */
export function surveyListHref(filter: SurveyFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined)
  return given.length > 0 ? `/surveys?${new URLSearchParams(given)}` : '/surveys'
}
