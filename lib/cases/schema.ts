import { z } from 'zod'
import { decisionChainInput, decisionInput } from '@/lib/decisions/schema'
import { internalInput } from '@/lib/internal-notes/schema'
import { decisionSteps } from '@/lib/rule-sets/schema'

/** Which case, and the version the person saw when they decided. */
export const onCase = z.object({ caseId: z.uuid(), version: z.coerce.number().int().positive() })

export const text = z.string().trim().max(10_000)
export const requiredText = text.min(1)
/** Why: a reason is a sentence, not a dot. */
export const reason = z.string().trim().min(2).max(2000)

/** A concrete problem of a village: its kind, what shows it, why, and the evidence. */
export const findingInput = z.object({
  kindId: z.uuid(),
  title: z.string().trim().min(2).max(200),
  cause: text.default(''),
  evidence: text.default(''),
  internal: internalInput,
})

export const proposeInput = z.object({
  villageId: z.uuid(),
  proposal: text.default(''),
  findings: z.array(findingInput).min(1).max(30),
  /** Asked only when the village has a closed case: whether this is a relapse (再次列入). */
  relapse: z.enum(['yes', 'no']).optional(),
})

export const withdrawProposalInput = onCase.extend({ reason })
export const declineInput = onCase.extend({ reason })

export const confirmInput = onCase.extend({
  batchId: z.uuid(),
  decisions: decisionChainInput.default({}),
  handedOverOn: z.iso.date().optional(),
})

/** No more at once: a county's batch has 12 to 36 villages. */
export const bulkLimit = 100

const ticked = z.literal('on').transform(() => true)

/**
 * Several candidates confirmed with one form: the decisions are entered once and recorded on each.
 * A township's 内部 part belongs to one village and is not taken here. `cases` holds what the
 * person saw of each case, by its id; only those with `take` are meant.
 */
export const confirmManyInput = z.object({
  cases: z
    .record(
      z.uuid(),
      z.object({
        version: z.coerce.number().int().positive(),
        take: ticked.or(z.boolean()).default(false),
      }),
    )
    .transform((cases) =>
      Object.entries(cases).flatMap(([caseId, { version, take }]) =>
        take ? [{ caseId, version }] : [],
      ),
    )
    .pipe(
      z
        .array(z.object({ caseId: z.uuid(), version: z.int() }))
        .min(1)
        .max(bulkLimit),
    ),
  batchId: z.uuid(),
  decisions: z.partialRecord(z.enum(decisionSteps), decisionInput).default({}),
  handedOverOn: z.iso.date().optional(),
  /** Confirm those that can be confirmed and leave the others; otherwise all or none. */
  partly: ticked.or(z.boolean()).default(false),
})

export const pauseInput = onCase.extend({ reason })
export const resumeInput = onCase.extend({})
export const carryOverInput = onCase.extend({ batchId: z.uuid(), decision: decisionInput })
export const annulInput = onCase.extend({ reason, decision: decisionInput })

/** A case of earlier years, entered already closed on the word of a source document. */
export const enterHistoricalInput = z
  .object({
    villageId: z.uuid(),
    batchId: z.uuid(),
    sourceDocument: z.string().trim().min(2).max(500),
    confirmedOn: z.iso.date(),
    closedOn: z.iso.date(),
    proposal: text.default(''),
    findings: z.array(findingInput).max(30).default([]),
  })
  .refine((input) => input.closedOn >= input.confirmedOn, {
    path: ['closedOn'],
    error: 'closedBeforeConfirmed',
  })
