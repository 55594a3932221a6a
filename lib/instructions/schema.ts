import { z } from 'zod'
import { reason, requiredText } from '@/lib/cases/schema'

/** 领导批示. The county office names the leader, by account or by name; a leader is the viewer. */
export const recordInstructionInput = z.object({
  caseId: z.uuid(),
  leaderId: z.uuid().optional(),
  leaderName: z.string().trim().min(2).max(40).optional(),
  givenOn: z.iso.date(),
  text: requiredText,
  organisationId: z.uuid(),
  dueOn: z.iso.date().optional(),
})

const onInstruction = z.object({
  instructionId: z.uuid(),
  version: z.coerce.number().int().positive(),
})

/** 办理情况. */
export const answerInstructionInput = onInstruction.extend({ answer: requiredText })

/** 退回: why, and the new deadline if the old one does not stand. */
export const returnInstructionInput = onInstruction.extend({
  reason,
  dueOn: z.iso.date().optional(),
})
