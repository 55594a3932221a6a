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
