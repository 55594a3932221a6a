import { z } from 'zod'
import { reason, requiredText, text } from '@/lib/cases/schema'

const onRequest = z.object({
  requestId: z.uuid(),
  version: z.coerce.number().int().positive(),
})

export const raiseRequestInput = z.object({
  caseId: z.uuid(),
  title: z.string().trim().min(2).max(100),
  request: requiredText,
})

export const routeRequestInput = onRequest.extend({
  departmentId: z.uuid(),
  dueOn: z.iso.date(),
  note: text.default(''),
})

export const declineRequestInput = onRequest.extend({ reason })
export const answerRequestInput = onRequest.extend({ answer: requiredText })
export const settleRequestInput = onRequest.extend({ note: text.default('') })
export const returnRequestInput = onRequest.extend({ reason })
export const withdrawRequestInput = onRequest.extend({ reason })
