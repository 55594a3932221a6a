import { z } from 'zod'
import { requiredText } from '@/lib/cases/schema'
import { internalInput } from '@/lib/internal-notes/schema'
import { FollowUpResult } from '@/prisma/generated/enums'

export const recordFollowUpInput = z.object({
  caseId: z.uuid(),
  followUpId: z.uuid(),
  version: z.coerce.number().int().positive(),
  doneOn: z.iso.date(),
  result: z.enum(FollowUpResult),
  text: requiredText,
  internal: internalInput,
})
