import { z } from 'zod'
import type { Colour } from '@/lib/lights/rules'
import { searchText } from '@/lib/storable'
import { ProblemCategory, Stage } from '@/prisma/generated/enums'
import { isListed, isTransformed } from './workflow'

/**
 * Where a case stands in the count of a batch: transformed (已转化) or being rectified; `standing`
 * is every case but those not confirmed, as the grid of townships counts them.
 */
export const states = ['rectifying', 'transformed', 'standing'] as const

export const sorts = ['urgent', 'waiting', 'newest', 'township'] as const
export type Sort = (typeof sorts)[number]

export const colours = ['red', 'yellow', 'green', 'grey'] as const satisfies readonly Colour[]
export const stages = Object.values(Stage)
export const listedStages = stages.filter(isListed)
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
  /** An organisation that holds a responsibility slot of the case today. */
  organisation: z.uuid(),
  /** Listed cases with a criterion excepted by a meeting (例外事项). */
  excepted: z.literal('yes'),
  /** Entered already closed (历史补录). */
  historical: z.literal('yes'),
  /** Followed by the viewer (关注). */
  followed: z.literal('yes'),
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

/** A filter as an address carries it, always in the same order: equal filters, equal text. */
export function caseListQuery(filter: CaseFilter & { cursor?: string }): string {
  const given = [...names, 'cursor' as const].flatMap((name) => {
    const value = filter[name]
    return value === undefined ? [] : [[name, value]]
  })
  return new URLSearchParams(given).toString()
}

/** The address of a filtered list; `changes` override, `undefined` takes a filter out. */
export function caseListHref(
  filter: CaseFilter,
  changes: Partial<Record<FilterName, string | undefined>> & { cursor?: string } = {},
) {
  const query = caseListQuery({ ...filter, ...changes } as CaseFilter & { cursor?: string })
  return query ? `/cases?${query}` : '/cases'
}

/** The stages that `stage` and `state` leave; undefined when they leave all. */
export function stagesOf({ stage, state }: Pick<CaseFilter, 'stage' | 'state'>) {
  if (!stage && !state) return undefined
  return stages.filter(
    (one) =>
      (!stage || one === stage) &&
      (!state || (state === 'standing' ? one !== 'NOT_CONFIRMED' : countsAs(one, state))),
  )
}

function countsAs(stage: Stage, state: 'rectifying' | 'transformed') {
  return isListed(stage) && isTransformed(stage) === (state === 'transformed')
}
