import { z } from 'zod'
import { decisionInput } from '@/lib/decisions/schema'
import { decisionSteps } from '@/lib/rule-sets/schema'

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
