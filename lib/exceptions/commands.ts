import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { refuseFutureDecision } from '@/lib/cases/exceptional'
import { openCase, refusePaused } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { recordDecision } from '@/lib/decisions/commands'
import { Conflict, InvalidInput } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { recordExceptionInput } from './schema'

/**
 * recordException: the county office sets one criterion aside for one case by a recorded meeting
 * decision. It is printed wherever the gate is and never taken back; a criterion the batch does
 * not use needs none.
 */
export function recordException(viewer: Viewer, input: z.infer<typeof recordExceptionInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { caseId: input.caseId, may: 'exception.record' })
    const { kase, ruleSet } = opened
    refusePaused(kase)
    if (!isOpen(kase.stage) || !isListed(kase.stage)) {
      throw new Conflict('wrongStage', { stage: kase.stage })
    }
    const { criterion, decision, reason } = input
    if (!ruleSet.criteria[criterion].enabled) {
      throw new InvalidInput([{ field: 'criterion', code: 'criterionNotUsed' }])
    }
    refuseFutureDecision(decision, viewer.today)
    const earlier = await tx.criterionException.count({ where: { caseId: kase.id, criterion } })
    if (earlier > 0) throw new InvalidInput([{ field: 'criterion', code: 'exceptionExists' }])
    const decisionId = await recordDecision(tx, opened, 'EXCEPTION', decision)
    await tx.criterionException.create({
      data: {
        id: newId(),
        caseId: kase.id,
        criterion,
        decisionId,
        reason,
        recordedById: viewer.userId,
        recordedOn: fromDay(viewer.today),
      },
      select: { id: true },
    })
    await recordOnCase(tx, opened, {
      kind: 'exceptionRecorded',
      details: { criterion, body: decision.body, documentNo: decision.documentNo, reason },
      changes: { [`exception.${criterion}`]: [null, true] },
    })
  })
}
