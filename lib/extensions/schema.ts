import { z } from 'zod'
import { reason } from '@/lib/cases/schema'
import { onMeasure } from '@/lib/measures/schema'

export const askExtensionInput = onMeasure.extend({ newDueOn: z.iso.date(), reason })

const onExtension = z.object({
  caseId: z.uuid(),
  extensionId: z.uuid(),
  version: z.coerce.number().int().positive(),
})
const note = z.string().trim().max(2000)

export const withdrawExtensionInput = onExtension
export const grantExtensionInput = onExtension.extend({ note: note.default('') })
export const refuseExtensionInput = onExtension.extend({ note: note.min(2) })
