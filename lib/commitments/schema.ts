import { z } from 'zod'
import { reason, requiredText, text } from '@/lib/cases/schema'
import { blank, entryId, linkedIds, version } from '@/lib/entries/schema'
import { CommitmentLevel, CommitmentPosition, CommitmentResult } from '@/prisma/generated/enums'
import { positionsOf } from './rules'
import { tellingWordIn } from './wording'

/** What is posted in the village names nothing of the rectification. */
const posted = requiredText.refine((given) => tellingWordIn(given) === undefined, {
  error: 'commitmentTells',
})

/** What a person writes of a commitment. */
const content = {
  level: z.enum(CommitmentLevel),
  position: z.enum(CommitmentPosition),
  personName: z.string().trim().max(50).default(''),
  memberCount: z.preprocess(blank, z.coerce.number().int().min(1).max(100_000).optional()),
  text: posted,
  yardstick: posted,
  dueOn: z.iso.date(),
  problemIds: linkedIds,
  measureIds: linkedIds,
}

type Written = {
  level: CommitmentLevel
  position: CommitmentPosition
  personName: string
  memberCount?: number
  text: string
  yardstick: string
}

/** What the fields of a commitment must say together. */
function whole({ level, ...given }: Written, context: z.RefinementCtx) {
  const refuse = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  const positions: readonly CommitmentPosition[] = positionsOf[level]
  if (!positions.includes(given.position)) refuse('position', 'invalidChoice')
  const members = level === 'MEMBER'
  if (members && given.memberCount === undefined) refuse('memberCount', 'commitmentCountMissing')
  if (!members && given.memberCount !== undefined) refuse('memberCount', 'commitmentNoCount')
  if (members && given.personName !== '') refuse('personName', 'commitmentNoName')
  if (given.personName !== '') {
    for (const field of ['text', 'yardstick'] as const) {
      if (given[field].includes(given.personName)) refuse(field, 'commitmentNamesPerson')
    }
  }
}

/**
 * A commitment as it is sent: of a case, or of a village without one. `id` is a UUID v7 of the
 * sender's own making (`newId`), and the key under which it is stored once.
 */
export const draftCommitmentInput = z
  .object({
    id: entryId,
    caseId: z.preprocess(blank, z.uuid().optional()),
    villageId: z.preprocess(blank, z.uuid().optional()),
    ...content,
  })
  .superRefine(whole)
  .refine(({ caseId, villageId }) => (caseId === undefined) !== (villageId === undefined), {
    path: ['villageId'],
    error: 'commitmentPlaceMissing',
  })

const onCommitment = { commitmentId: z.uuid(), version }

export const editCommitmentInput = z.object({ ...onCommitment, ...content }).superRefine(whole)
/** The same where the commitment stands in the address. */
export const editCommitmentBody = z.object({ version, ...content }).superRefine(whole)
export const acceptCommitmentInput = z.object({ ...onCommitment, note: text.default('') })
export const returnCommitmentInput = z.object({ ...onCommitment, reason })
export const publishCommitmentInput = z.object(onCommitment)
export const withdrawCommitmentInput = z.object({ ...onCommitment, reason })
export const reportCommitmentInput = z.object({
  ...onCommitment,
  evidence: requiredText,
  evidenceOn: z.iso.date(),
})
export const evaluateCommitmentInput = z.object({
  ...onCommitment,
  result: z.enum(CommitmentResult),
  reason,
})
/** Switches the county's public page. */
export const switchDisclosureInput = z.object({ on: z.enum(['yes', 'no']) })

export type DraftCommitment = z.output<typeof draftCommitmentInput>
export type CommitmentContent = Omit<DraftCommitment, 'id' | 'caseId' | 'villageId'>
