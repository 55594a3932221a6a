import { z } from 'zod'
import { internalInput } from '@/lib/internal-notes/schema'
import { decisionSteps } from '@/lib/rule-sets/schema'

/** A recorded meeting decision (会议决定): which body, when, document number, result. */
export const decisionInput = z.object({
  body: z.string().trim().min(1).max(100),
  decidedOn: z.iso.date(),
  documentNo: z.string().trim().max(100).default(''),
  result: z.string().trim().max(2000).default(''),
})

/** The chain of decisions by step; which steps are required is in the rule set. */
export const decisionChainInput = z.partialRecord(
  z.enum(decisionSteps),
  decisionInput.extend({ internal: internalInput }),
)

export type DecisionInput = z.infer<typeof decisionInput>
export type DecisionChainInput = z.infer<typeof decisionChainInput>
