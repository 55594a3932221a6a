import 'server-only'
import type { OpenedCase } from '@/lib/cases/open-case'
import { fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { recordInternal } from '@/lib/internal-notes/commands'
import type { DecisionStep } from '@/lib/rule-sets/schema'
import type { DecisionPurpose } from '@/prisma/generated/enums'
import { chainErrors } from './rules'
import type { DecisionChainInput, DecisionInput } from './schema'

/**
 * Stores the chain of decisions of a confirmation or closing, in the caller's transaction.
 * Throws `InvalidInput` naming every missing step and wrong date.
 */
export async function recordChain(
  tx: Tx,
  opened: OpenedCase,
  purpose: 'CONFIRMATION' | 'CLOSING',
  chain: DecisionChainInput,
  required: readonly DecisionStep[],
) {
  const errors = chainErrors(chain, required, opened.actor.viewer.today)
  if (errors.length > 0) throw new InvalidInput(errors)
  const steps = required.flatMap((step) => (chain[step] ? [{ step, ...chain[step] }] : []))
  for (const { step, internal, ...decision } of steps) {
    const id = await recordDecision(tx, opened, purpose, decision, step, internal !== undefined)
    await recordInternal(
      tx,
      opened,
      { subjectKind: 'DECISION', subjectId: id, field: 'result' },
      internal,
    )
  }
  return steps.map(({ step, decidedOn, documentNo }) => ({ step, decidedOn, documentNo }))
}

/** Stores one meeting decision and returns its id; the caller's event tells of it. */
export async function recordDecision(
  tx: Tx,
  { kase, actor }: Pick<OpenedCase, 'kase' | 'actor'>,
  purpose: DecisionPurpose,
  decision: DecisionInput,
  step: DecisionStep | null = null,
  internal = false,
): Promise<string> {
  const id = newId()
  await tx.decision.create({
    data: {
      id,
      caseId: kase.id,
      purpose,
      step,
      internal,
      ...decision,
      decidedOn: fromDay(decision.decidedOn),
      recordedById: actor.viewer.userId,
    },
    select: { id: true },
  })
  return id
}
