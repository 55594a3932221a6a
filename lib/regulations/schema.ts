import { z } from 'zod'
import { regulationCodes } from './codes'

const words = (max: number) => z.string().trim().max(max).default('')

/** Several at once: one village usually adopts them at one meeting. */
export const adoptRegulationsInput = z.object({
  villageId: z.uuid(),
  adoptedOn: z.iso.date(),
  codes: z.array(z.enum(regulationCodes)).min(1, { error: 'nothingTicked' }),
  document: words(500),
  documentId: z.uuid().optional(),
})

export const repealRegulationInput = z.object({
  regulationId: z.uuid(),
  on: z.iso.date(),
  reason: z.string().trim().min(1).max(10_000),
})
