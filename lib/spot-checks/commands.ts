import 'server-only'
import type { z } from 'zod'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { inspectorRow, refuseConflicts, tellApart } from './assign'
import { inspectorsOf, villagesToCheck } from './conflict-facts'
import { moveCheck, openCheck } from './open-check'
import type { cancelCheckInput, reassignInput, recuseInput } from './schema'

/**
 * An inspector steps back with a reason, before the check is submitted. The others go on alone until
 * the county office replaces them; without any left the check waits for new inspectors.
 */
export function recuseFromCheck(viewer: Viewer, input: z.output<typeof recuseInput>) {
  return transaction(viewer, async (tx) => {
    const { check, actor } = await openCheck(tx, viewer, input.spotCheckId, 'spotCheck.write')
    if (check.state !== 'ASSIGNED') throw new Conflict('checkElsewhere')
    const me = actor.grant?.standsInFor?.userId ?? viewer.userId
    await release(tx, actor, check.id, [me], input.reason)
    const left = await activeOf(tx, check.id)
    await moveCheck(
      tx,
      check,
      {
        state: left.length === 0 ? 'RECUSED' : 'ASSIGNED',
        inspectorNames: left.map(({ name }) => name),
      },
      input.version,
    )
    await tellApart(tx, actor, check.id, {
      kind: 'spotCheckRecused',
      details: {
        spotCheckId: check.id,
        village: check.village.name,
        inspector: signature(actor),
        reason: input.reason,
      },
    })
  })
}

/** The county office gives a check not yet submitted to others; who stepped back does not return. */
export function reassignSpotCheck(viewer: Viewer, input: z.output<typeof reassignInput>) {
  return transaction(viewer, async (tx) => {
    const { check, actor } = await openCheck(tx, viewer, input.spotCheckId, 'spotCheck.assign')
    if (check.state !== 'ASSIGNED' && check.state !== 'RECUSED')
      throw new Conflict('checkElsewhere')
    const wanted = await inspectorsOf(tx, viewer, input.inspectorIds)
    const [village] = await villagesToCheck(tx, viewer, [check.villageId])
    if (!village || wanted.length < new Set(input.inspectorIds).size) throw new NotFound()
    refuseConflicts([{ village, pair: wanted }])
    const all = await tx.spotCheckInspector.findMany({
      where: { spotCheckId: check.id },
      select: { userId: true, releasedOn: true },
    })
    const back = all.some(
      ({ userId, releasedOn }) => releasedOn && input.inspectorIds.includes(userId),
    )
    if (back) throw new Conflict('inspectorReleased')
    const going = all.filter(
      ({ userId, releasedOn }) => !releasedOn && !input.inspectorIds.includes(userId),
    )
    await release(
      tx,
      actor,
      check.id,
      going.map(({ userId }) => userId),
      input.reason,
    )
    const coming = wanted.filter(({ id }) => !all.some(({ userId }) => userId === id))
    await tx.spotCheckInspector.createMany({
      data: coming.map((one) => inspectorRow(check.id, one)),
    })
    const names = wanted.map(({ name }) => name)
    await moveCheck(tx, check, { state: 'ASSIGNED', inspectorNames: names }, input.version)
    await tellApart(tx, actor, check.id, {
      kind: 'spotCheckReassigned',
      details: {
        spotCheckId: check.id,
        village: check.village.name,
        inspectors: names,
        reason: input.reason,
      },
    })
  })
}

/** The county office calls a check off; its inspectors lose sight of the case. */
export function cancelSpotCheck(viewer: Viewer, input: z.output<typeof cancelCheckInput>) {
  return transaction(viewer, async (tx) => {
    const { check, actor } = await openCheck(tx, viewer, input.spotCheckId, 'spotCheck.assign')
    if (check.state !== 'ASSIGNED' && check.state !== 'RECUSED')
      throw new Conflict('checkElsewhere')
    const left = await activeOf(tx, check.id)
    await release(
      tx,
      actor,
      check.id,
      left.map(({ userId }) => userId),
      input.reason,
    )
    const set = { state: 'CANCELLED' as const, cancelReason: input.reason }
    await moveCheck(tx, check, set, input.version)
    await tellApart(tx, actor, check.id, {
      kind: 'spotCheckCancelled',
      details: { spotCheckId: check.id, village: check.village.name, reason: input.reason },
    })
  })
}

const activeOf = (tx: Tx, spotCheckId: string) =>
  tx.spotCheckInspector.findMany({
    where: { spotCheckId, releasedOn: null },
    orderBy: { id: 'asc' },
    select: { userId: true, name: true },
  })

async function release(
  tx: Tx,
  { viewer }: Actor,
  spotCheckId: string,
  userIds: readonly string[],
  releaseReason: string,
) {
  if (userIds.length === 0) return
  const { count } = await tx.spotCheckInspector.updateMany({
    where: { spotCheckId, userId: { in: [...userIds] }, releasedOn: null },
    data: { releasedOn: fromDay(viewer.today), releaseReason },
  })
  if (count < userIds.length) throw new Conflict()
}
