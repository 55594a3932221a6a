import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { transaction } from '@/lib/db'
import { recordDecision } from '@/lib/decisions/commands'
import { InvalidInput } from '@/lib/errors'
import { ruleSetOf } from '@/lib/rule-sets/queries'
import { advance, requireStage } from './advance'
import { decisionWords, refuseFutureDecision } from './exceptional'
import { openCase } from './open-case'
import { resetClocks } from './reset-clocks'
import type { carryOverInput } from './schema'

/**
 * carryOver (结转): by a recorded decision the case moves to a later batch of its county and is
 * counted there, under that batch's rule set; its history stays.
 */
export function carryOver(viewer: Viewer, input: z.infer<typeof carryOverInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'case.carryOver' })
    const { kase } = opened
    requireStage(kase, 'carryOver')
    const from = kase.batch
    const to = await tx.batch.findFirst({
      where: { id: input.batchId, countyId: kase.countyId },
      select: {
        id: true,
        number: true,
        name: true,
        ruleSet: { select: { id: true, content: true } },
      },
    })
    if (!from || !to) throw new InvalidInput([{ field: 'batchId', code: 'invalidChoice' }])
    if (to.number <= from.number) {
      throw new InvalidInput([{ field: 'batchId', code: 'batchNotLater' }])
    }
    refuseFutureDecision(input.decision, viewer.today)
    await recordDecision(tx, opened, 'CARRY_OVER', input.decision)
    await resetClocks(tx, kase.id, ruleSetOf(to.ruleSet), (due) => due)
    await advance(
      tx,
      opened,
      'carryOver',
      {
        kind: 'caseCarriedOver',
        details: { from: from.name, to: to.name, decision: decisionWords(input.decision) },
        changes: { batch: [from.number, to.number] },
      },
      { batchId: to.id },
    )
  })
}
