import { z } from 'zod'
import { searchText } from '@/lib/storable'
import { PartyOrganisationType, VillageKind } from '@/prisma/generated/enums'

const count = (max: number) => z.coerce.number().int().min(0).max(max).optional()

/** Basic facts of a village; left blank a figure is unknown, not zero. Income in yuan. */
export const changeFactsInput = z.object({
  villageId: z.uuid(),
  version: z.coerce.number().int().positive(),
  organisationType: z.enum(PartyOrganisationType),
  households: count(100_000),
  population: count(500_000),
  partyMembers: count(10_000),
  partyGroups: count(1_000),
  collectiveIncome: count(2_000_000_000),
  withoutIncome: z.stringbool({ truthy: ['on', 'true'] }).default(false),
  factsOn: z.iso.date(),
})

const change = {
  villageId: z.uuid(),
  version: z.coerce.number().int().positive(),
  effectiveOn: z.iso.date(),
  documentNo: z.string().trim().min(1).max(100),
}
const officialName = z.string().trim().min(2).max(60)
const code = z
  .string()
  .trim()
  .regex(/^\d{12}$/)

/** 更名: the official name says the rest (城北村民委员会 → 城北社区居民委员会). */
export const renameInput = z.object({ ...change, officialName, kind: z.enum(VillageKind) })

export const changeCodeInput = z.object({ ...change, code })

/** 撤并: the village ends and belongs to another one from that day. */
export const mergeInput = z.object({
  ...change,
  successorId: z.uuid(),
  /** An open case goes on under the successor; without this it stands against the merger. */
  carryCase: z.stringbool({ truthy: ['on', 'true'] }).default(false),
})

/** 分设: a new village is split off; this one stays. */
export const splitInput = z.object({ ...change, officialName, kind: z.enum(VillageKind), code })

/** Filters of the directory: township code, text (characters, pinyin, initials), ended, cursor (a code). */
export const villageFilters = z.object({
  township: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  q: searchText(40).optional(),
  /** Only villages that were merged into others. */
  ended: z.literal('yes').optional(),
  after: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
})

export type VillageFilters = z.infer<typeof villageFilters>

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export function parseVillageFilters(given: Record<string, string | string[] | undefined>): {
  filters: VillageFilters
  ignored: boolean
} {
  const filters: Partial<Record<keyof VillageFilters, string>> = {}
  let ignored = false
  for (const name of ['township', 'q', 'ended', 'after'] as const) {
    const value = given[name]
    if (value === undefined || (typeof value === 'string' && value.trim() === '')) continue
    const parsed = villageFilters.shape[name].safeParse(value)
    if (parsed.success) filters[name] = parsed.data
    else ignored = true
  }
  return { filters: villageFilters.parse(filters), ignored }
}

/** The address of a filtered directory. */
export function villagesHref(filters: VillageFilters): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined)
  return given.length > 0 ? `/villages?${new URLSearchParams(given)}` : '/villages'
}
