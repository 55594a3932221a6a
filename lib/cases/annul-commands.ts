import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { recordDecision } from '@/lib/decisions/commands'
import { RuleBroken } from '@/lib/errors'
import { advance, requireStage } from './advance'
import { decisionWords, refuseFutureDecision } from './exceptional'
import { lockVillage } from './lock-village'
import { type OpenedCase, openCase } from './open-case'
import type { annulInput } from './schema'
import { stageAfter } from './workflow'

/**
 * annul (撤销): a case confirmed in error is unlisted, one closed in error consolidates again. By
 * a recorded decision, with a reason; an event, never a deletion.
 */
export function annul(viewer: Viewer, input: z.infer<typeof annulInput>) {
  return transaction(viewer, async (tx) => {
    const opened = await openCase(tx, viewer, { ...input, may: 'case.annul' })
    const { kase } = opened
    requireStage(kase, 'annul')
    const reopens = stageAfter('annul', kase.stage, kase.origin) === 'CONSOLIDATING'
    if (reopens) {
      await lockVillage(tx, kase.villageId)
      await refuseSecondOpenCase(tx, kase)
    }
    refuseFutureDecision(input.decision, viewer.today)
    await recordDecision(tx, opened, 'ANNULMENT', input.decision)
    const today = fromDay(viewer.today)
    if (reopens) {
      await tx.closure.updateMany({
        where: { caseId: kase.id, annulledOn: null },
        data: { annulledOn: today },
      })
    } else {
      await endAssignments(tx, opened, input.reason)
    }
    await advance(
      tx,
      opened,
      'annul',
      {
        kind: 'caseAnnulled',
        details: { reason: input.reason, decision: decisionWords(input.decision) },
        changes: reopens
          ? { closedOn: [kase.closedOn ? toDay(kase.closedOn) : null, null] }
          : { batch: [kase.batch?.number ?? null, null] },
      },
      // Who was bound to the case reads it again, or from today on no longer.
      reopens ? { closedOn: null, readableUntil: null } : { batchId: null, readableUntil: today },
    )
  })
}

async function refuseSecondOpenCase(tx: Tx, { id, villageId }: OpenedCase['kase']) {
  const other = await tx.case.findFirst({
    where: { villageId, id: { not: id }, stage: { notIn: ['CLOSED', 'NOT_CONFIRMED'] } },
    select: { id: true },
  })
  if (other) throw new RuleBroken('villageHasOpenCase')
}

/** Nobody is bound (包保) to a case that was never to be listed. */
async function endAssignments(tx: Tx, { kase, actor }: OpenedCase, reason: string) {
  const { viewer } = actor
  const held = await tx.assignment.findMany({
    where: { caseId: kase.id, toOn: null },
    select: {
      id: true,
      slot: true,
      fromOn: true,
      personName: true,
      organisation: { select: { name: true } },
    },
  })
  const chain = { caseId: kase.id, countyId: kase.countyId, townshipId: kase.townshipId }
  for (const { id, slot, fromOn, personName, organisation } of held) {
    const end = toDay(fromOn) > viewer.today ? fromOn : fromDay(viewer.today)
    await tx.assignment.update({ where: { id }, data: { toOn: end }, select: { id: true } })
    const holder = [organisation?.name, personName].filter(Boolean).join(' ')
    await record(tx, actor, chain, { kind: 'assignmentEnded', details: { slot, holder, reason } })
  }
}
