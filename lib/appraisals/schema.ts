import { z } from 'zod'
import { reason, requiredText, text } from '@/lib/cases/schema'
import { isPoints } from './points'

const onAppraisal = z.object({
  appraisalId: z.uuid(),
  version: z.coerce.number().int().positive(),
})
const onSheet = z.object({ sheetId: z.uuid(), version: z.coerce.number().int().positive() })

/** Points with up to two decimals as they are written; hundredths inside. Blank is not given. */
const points = z
  .string()
  .trim()
  .refine((value) => value === '' || isPoints(value), 'invalidPoints')
  .transform((value) => (value === '' ? null : Math.round(Number(value) * 100)))

const lines = z.record(
  z.string().regex(/^[a-zA-Z]+$/),
  z.object({ score: points, note: text.default('') }),
)

const head = z
  .object({
    name: z.string().trim().min(1).max(50),
    post: z.string().trim().max(100).default(''),
    from: z.iso.date(),
    to: z.iso.date(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'endBeforeStart' })

export const openAppraisalInput = z.object({ year: z.coerce.number().int().min(2000).max(2200) })
export const computeAppraisalInput = z.object({ appraisalId: z.uuid() })

/** What the county office verifies: who headed the organisation, and scores that differ from the computed ones. */
export const verifySheetInput = onSheet.extend({
  heads: z.array(head).max(10).default([]),
  lines: lines.default({}),
  note: text.default(''),
})
export const selfScoreInput = onSheet.extend({ lines })
export const announceAppraisalInput = onAppraisal
export const publishAppraisalInput = onAppraisal.extend({
  documentNo: z.string().trim().max(100).default(''),
})
export const appealInput = z.object({
  sheetId: z.uuid(),
  code: z
    .string()
    .regex(/^[a-zA-Z]*$/)
    .default(''),
  reason,
})
export const answerAppealInput = z.object({
  appealId: z.uuid(),
  version: z.coerce.number().int().positive(),
  outcome: z.enum(['UPHELD', 'REJECTED']),
  answer: requiredText,
  /** The score the indicator gets instead; where the appeal names one and is upheld. */
  corrected: points.default(null),
})
