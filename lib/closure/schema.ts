import { z } from 'zod'
import { onCase } from '@/lib/cases/schema'
import { decisionChainInput } from '@/lib/decisions/schema'

export const signer = z.object({
  name: z.string().trim().min(1).max(50),
  post: z.string().trim().max(100).default(''),
  organisation: z.string().trim().max(100).default(''),
})

/** 主要成效 on the closure form is held to 300 characters. */
export const summaryLimit = 300

export const closeInput = onCase.extend({
  number: z.string().trim().min(1).max(100),
  basis: z.string().trim().min(2).max(2000),
  closedOn: z.iso.date(),
  summary: z.string().trim().min(1).max(summaryLimit),
  signers: z.array(signer).min(1).max(20),
  decisions: decisionChainInput.default({}),
})

export const fileAtPrefectureInput = z.object({
  caseId: z.uuid(),
  closureId: z.uuid(),
  filedOn: z.iso.date(),
})
