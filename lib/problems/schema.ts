import { z } from 'zod'
import { findingInput, reason, requiredText } from '@/lib/cases/schema'

const onProblem = z.object({
  caseId: z.uuid(),
  problemId: z.uuid(),
  version: z.coerce.number().int().positive(),
})

export const addProblemInput = findingInput.extend({ caseId: z.uuid() })
export const changeProblemInput = onProblem.extend(
  findingInput.pick({ title: true, cause: true, evidence: true }).shape,
)
export const solveProblemInput = onProblem.extend({ solution: requiredText })
export const verifyProblemInput = onProblem.extend({ verification: requiredText })
export const reopenProblemInput = onProblem.extend({ reason })
