import { z } from 'zod'
import type { Colour } from '@/lib/lights/rules'
import { searchText } from '@/lib/storable'
import { ProblemCategory, Stage } from '@/prisma/generated/enums'
import { isListed, isTransformed } from './workflow'

/** Where a case stands in the count of a batch: transformed (已转化) or being rectified. */
export const states = ['rectifying', 'transformed'] as const

export const sorts = ['urgent', 'waiting', 'newest'] as const
export type Sort = (typeof sorts)[number]

export const colours = ['red', 'yellow', 'green', 'grey'] as const satisfies readonly Colour[]
export const stages = Object.values(Stage)
export const categories = Object.values(ProblemCategory)

/** The filters of the case list, as the address and the API carry them; each may be absent. */
export const caseFilterFields = {
  batch: z.uuid(),
  township: z.string().regex(/^\d{9}$/),
  stage: z.enum(Stage),
  state: z.enum(states),
  light: z.enum(colours),
  /** A category (瘫难软弱) or the code of a problem kind: one problem of the case has it. */
  problem: z.string().regex(/^[A-Z][A-Z0-9_]{1,60}$/),
  /** Part of a village's name, its pinyin or initials, or the beginning of its code. */
  q: searchText(50),
  sort: z.enum(sorts),
} as const

export type CaseFilter = {
  [K in keyof typeof caseFilterFields]?: z.infer<(typeof caseFilterFields)[K]>
}
export type FilterName = keyof CaseFilter

const names = Object.keys(caseFilterFields) as FilterName[]

/** Reads filters from an address. What cannot be read is named in `ignored`, never an error. */
export function parseCaseFilter(given: Record<string, string | string[] | undefined>): {
  filter: CaseFilter
  ignored: FilterName[]
} {
  const filter: CaseFilter = {}
  const ignored: FilterName[] = []
  for (const name of names) {
    const value = given[name]
    if (value === undefined || value === '') continue
    const parsed = caseFilterFields[name].safeParse(value)
    if (parsed.success) Object.assign(filter, { [name]: parsed.data })
    else if (typeof value !== 'string' || value.trim() !== '') ignored.push(name)
  }
  return { filter, ignored }
}

/** The address of a filtered list; `changes` override, `undefined` takes a filter out. */
export function caseListHref(filter: CaseFilter, changes: CaseFilter & { cursor?: string } = {}) {
  const entries = Object.entries({ ...filter, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const query = new URLSearchParams(entries).toString()
  return query ? `/cases?${query}` : '/cases'
}

/** The stages that `stage` and `state` leave; undefined when they leave all. */
export function stagesOf({ stage, state }: Pick<CaseFilter, 'stage' | 'state'>) {
  if (!stage && !state) return undefined
  return stages.filter(
    (one) =>
      (!stage || one === stage) &&
      (!state || (isListed(one) && isTransformed(one) === (state === 'transformed'))),
  )
}
