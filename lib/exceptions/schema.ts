import { z } from 'zod'
import { reason } from '@/lib/cases/schema'
import { decisionInput } from '@/lib/decisions/schema'
import { criterionCodes } from '@/lib/rule-sets/schema'

/** One criterion of the gates excepted by a meeting (例外事项). */
export const recordExceptionInput = z.object({
  caseId: z.uuid(),
  criterion: z.enum(criterionCodes),
  decision: decisionInput,
  reason,
})
