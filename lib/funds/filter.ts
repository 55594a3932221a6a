import { z } from 'zod'
import { type FilterOf, parseFilter } from '@/lib/entries/list'

const shape = {
  year: z.coerce.number().int().min(2000).max(2100),
  township: z.string().regex(/^\d{9}$/),
} as const

export type FundsFilter = FilterOf<typeof shape>

/** Reads filters from an address; what cannot be read is left out and told by `ignored`. */
export const parseFundsFilter = (given: Record<string, string | string[] | undefined>) =>
  parseFilter(shape, given)
