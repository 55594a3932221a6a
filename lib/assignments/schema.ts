import { z } from 'zod'
import { reason } from '@/lib/cases/schema'
import { slots } from './rules'

/** Who takes a slot: a person, an organisation, or both, by the kind of slot; from which day. */
const holder = z.object({
  organisationId: z.uuid().optional(),
  userId: z.uuid().optional(),
  personName: z.string().trim().max(50).default(''),
  personPost: z.string().trim().max(100).default(''),
  fromOn: z.iso.date(),
})

export type HolderInput = z.infer<typeof holder>

export const assignInput = holder.extend({ caseId: z.uuid(), slot: z.enum(slots) })

/** Which holder is followed, with the note of what was handed over. */
export const replaceAssignmentInput = holder.extend({
  caseId: z.uuid(),
  assignmentId: z.uuid(),
  handoverNote: z.string().trim().max(2000).default(''),
})

export const endAssignmentInput = z.object({
  caseId: z.uuid(),
  assignmentId: z.uuid(),
  toOn: z.iso.date(),
  reason,
})

/** As many villages as one grid holds. */
export const gridLimit = 60

/** `was`: the assignment the person saw in this cell, absent for an empty one. */
const cell = z.object({
  was: z.uuid().optional(),
  organisationId: z.uuid().optional(),
  userId: z.uuid().optional(),
  personName: z.string().trim().max(50).optional(),
})

/** The slots of several cases of a batch, from one day; a handover note for whoever is replaced. */
export const assignManyInput = z.object({
  batchId: z.uuid(),
  fromOn: z.iso.date(),
  handoverNote: z.string().trim().max(2000).default(''),
  cases: z
    .record(z.uuid(), z.partialRecord(z.enum(slots), cell))
    .refine((cases) => Object.keys(cases).length <= gridLimit, {
      params: { code: 'tooMany', max: gridLimit },
    })
    .default({}),
  /** Where the person was in the grid, to come back to. */
  township: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  gaps: z.literal('1').optional(),
})

export const setDutiesInput = z.object({
  caseId: z.uuid(),
  slot: z.enum(slots),
  text: z.string().trim().max(10_000).default(''),
})
