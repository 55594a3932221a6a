import { z } from 'zod'
import { requiredText } from '@/lib/cases/schema'

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

/** 办理情况. */
export const answerInstructionInput = z.object({
  instructionId: z.uuid(),
  version: z.coerce.number().int().positive(),
  answer: requiredText,
})
