import { z } from 'zod'
import type { readFilters } from '@/lib/accounts/list-filters'

export const listStates = ['open', 'overdue', 'returned', 'answered'] as const

/** What the list of instructions understands in its address. */
export const instructionFilters = {
  /** `open`: not answered; `overdue`: nor in time; `returned`: to be answered again. */
  state: z.enum(listStates),
  township: z.string().regex(/^\d{9}$/),
  organisation: z.uuid(),
  /** The last instruction of the page before (ids grow with time). */
  after: z.uuid(),
}

export type InstructionFilter = ReturnType<typeof readFilters<typeof instructionFilters>>['filter']
