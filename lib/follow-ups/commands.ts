import 'server-only'
import type { z } from 'zod'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { changedMeanwhile, openCase } from '@/lib/cases/open-case'
import { fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import { recordInternal } from '@/lib/internal-notes/commands'
import type { recordFollowUpInput } from './schema'

/**
 * recordFollowUp (回访): what a visit after the closing found, once for each that is due. Only on
 * a closed case, and not for a day before it was closed.
 */
export function recordFollowUp(viewer: Viewer, input: z.infer<typeof recordFollowUpInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { caseId: input.caseId, may: 'followUp.record' })
    const { kase } = opened
    if (kase.stage !== 'CLOSED') throw new Conflict('wrongStage', { stage: kase.stage })
    const followUp = await tx.followUp.findFirst({
      where: { id: input.followUpId, caseId: kase.id },
      select: { id: true, month: true, version: true, doneOn: true },
    })
    if (!followUp) throw new NotFound()
    if (followUp.doneOn || followUp.version !== input.version) {
      throw await changedMeanwhile(tx, kase.id)
    }
    const { doneOn, result, text } = input
    if (doneOn > viewer.today) {
      throw new InvalidInput([{ field: 'doneOn', code: 'dateInFuture' }])
    }
    if (kase.closedOn && fromDay(doneOn) < kase.closedOn) {
      throw new InvalidInput([{ field: 'doneOn', code: 'followUpBeforeClosing' }])
    }
    await tx.followUp.update({
      where: { id: followUp.id },
      data: {
        result,
        text,
        doneOn: fromDay(doneOn),
        doneById: viewer.userId,
        doneByName: signature(opened.actor),
        version: { increment: 1 },
      },
      select: { id: true },
    })
    await recordInternal(
      tx,
      opened,
      { subjectKind: 'FOLLOW_UP', subjectId: followUp.id, field: 'text' },
      input.internal,
    )
    await recordOnCase(tx, opened, {
      kind: 'followUpRecorded',
      occurredOn: doneOn,
      details: { month: followUp.month, result, text },
      changes: { [`followUp.${followUp.month}`]: [null, result] },
    })
  })
}
