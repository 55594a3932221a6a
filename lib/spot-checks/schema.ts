import { z } from 'zod'
import { reason, requiredText, text } from '@/lib/cases/schema'
import { blank, entryId, version } from '@/lib/entries/schema'
import { FindingGravity, FindingKind, SpotCheckConclusion } from '@/prisma/generated/enums'

/** What was found: its kind, how grave, the fact, what it rests on, the measure it contradicts. */
export const foundInput = z.object({
  /** Made by whoever writes it; a form may leave it out. */
  id: z.preprocess(blank, entryId.optional()),
  kind: z.enum(FindingKind),
  gravity: z.enum(FindingGravity),
  text: requiredText,
  evidence: text.default(''),
  measureId: z.preprocess(blank, z.uuid().optional()),
})

export type Found = z.output<typeof foundInput>

/** What an inspector reports; answers are checked against the sheet of the check. */
const report = {
  visitedOn: z.iso.date(),
  answers: z.record(z.string().max(40), z.union([z.string(), z.number()])).default({}),
  summary: text.default(''),
  findings: z.array(foundInput).max(50).default([]),
}

/** The report of a check as it is sent, under an id of the sender's own making, and stored once. */
export const submitCheckInput = z.object({
  id: entryId,
  spotCheckId: z.uuid(),
  ...report,
  conclusion: z.enum(SpotCheckConclusion),
})

/** A correction is a new version with its reason; what is found besides is added. */
export const correctCheckInput = z.object({ id: entryId, spotCheckId: z.uuid(), ...report, reason })

export type SubmitCheck = z.output<typeof submitCheckInput>
export type CorrectCheck = z.output<typeof correctCheckInput>

const onCheck = { spotCheckId: z.uuid(), version }
export const recuseInput = z.object({ ...onCheck, reason })
export const cancelCheckInput = z.object({ ...onCheck, reason })
export const reassignInput = z.object({
  ...onCheck,
  inspectorIds: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : (value ?? [])),
    z.array(z.uuid()).min(1).max(6),
  ),
  reason,
})

export const requestMaterialInput = z.object({
  id: entryId,
  spotCheckId: z.uuid(),
  what: z.string().trim().min(2).max(500),
  gap: reason,
})
const onRequest = { requestId: z.uuid(), version }
export const answerMaterialInput = z.object({ ...onRequest, answer: requiredText })
export const withdrawMaterialInput = z.object({ ...onRequest, reason })
