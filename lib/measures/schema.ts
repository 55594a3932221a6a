import { z } from 'zod'
import { reason, requiredText, text } from '@/lib/cases/schema'
import { internalInput } from '@/lib/internal-notes/schema'

/** Which measure, and its version that the person saw. */
export const onMeasure = z.object({
  caseId: z.uuid(),
  measureId: z.uuid(),
  version: z.coerce.number().int().positive(),
})

/** `id` is that of the update, made by who sends it; without one the server makes it. */
export const addProgressInput = onMeasure.extend({
  id: z.uuid().optional(),
  happenedOn: z.iso.date(),
  percent: z.coerce.number().int().min(0).max(100),
  text: requiredText,
  internal: internalInput,
})
/** `text`, when given, is kept as the last progress update. */
export const finishMeasureInput = onMeasure.extend({ text: text.default('') })
export const reopenMeasureInput = onMeasure.extend({ reason })
