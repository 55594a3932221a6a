import { z } from 'zod'
import { onCase, reason } from '@/lib/cases/schema'

/** Points by item code of the rule set's sheet; a blank item is absent. */
const scores = z.record(z.string().max(50), z.coerce.number())
const notes = z.record(z.string().max(50), z.string().trim().max(500)).default({})

export const applyForAcceptanceInput = onCase

const member = z.object({
  name: z.string().trim().min(1).max(50),
  post: z.string().trim().max(100).default(''),
  organisationId: z.uuid().optional(),
  userId: z.uuid().optional(),
  leads: z
    .stringbool({ truthy: ['on', 'true'] })
    .or(z.boolean())
    .default(false),
})

export const formTeamInput = z.object({
  caseId: z.uuid(),
  acceptanceId: z.uuid(),
  acceptanceVersion: z.coerce.number().int().positive(),
  members: z.array(member).min(1).max(20),
})

/** A sheet not finished yet, kept while the acceptance is open. */
export const saveScoresInput = z.object({
  caseId: z.uuid(),
  acceptanceId: z.uuid(),
  acceptanceVersion: z.coerce.number().int().positive(),
  scores: scores.default({}),
  notes,
})

export const passAcceptanceInput = onCase.extend({ scores: scores.default({}), notes })

/** The score form has two buttons: keep the sheet, or pass with it. */
export const scoreFormInput = passAcceptanceInput
  .extend(saveScoresInput.shape)
  .extend({ intent: z.enum(['save', 'pass']) })

export const failAcceptanceInput = onCase.extend({ reason })
export const resumeRectifyingInput = onCase.extend({ reason })
