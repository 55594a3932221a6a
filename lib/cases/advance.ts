import 'server-only'
import type { Changes, NewEvent } from '@/lib/audit/events'
import { record } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { Conflict } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { changedMeanwhile, type OpenedCase } from './open-case'
import { settleLight } from './settle-light'
import { stageAfter, stageAllows, type Verb } from './workflow'

/**
 * The only writer of `Case.stage`. Refuses a verb that the stage (or a pause) does not know with
 * `Conflict('wrongStage')`; writes stage, version, what else the verb sets, its event with the
 * stage before and after, and the new light, all in the caller's transaction.
 */
export async function advance(
  tx: Tx,
  { kase, actor }: OpenedCase,
  verb: Verb,
  event: NewEvent,
  set: Prisma.CaseUncheckedUpdateManyInput = {},
): Promise<void> {
  requireStage(kase, verb)
  const stage = stageAfter(verb, kase.stage, kase.origin)
  const moved = stage !== kase.stage
  const { count } = await tx.case.updateMany({
    where: { id: kase.id, stage: kase.stage, version: kase.version },
    data: {
      ...(moved ? { stage, stageSince: fromDay(actor.viewer.today) } : {}),
      ...set,
      version: { increment: 1 },
    },
  })
  if (count === 0) throw await changedMeanwhile(tx, kase.id)
  const changes: Changes = moved
    ? { ...event.changes, stage: [kase.stage, stage] }
    : { ...event.changes }
  const chain = { caseId: kase.id, countyId: kase.countyId, townshipId: kase.townshipId }
  await record(tx, actor, chain, { ...event, changes })
  await settleLight(tx, kase.id)
}

/** Refuses a verb the stage does not know, before any other work is done. */
export function requireStage(
  kase: { stage: OpenedCase['kase']['stage']; paused: boolean },
  verb: Verb,
) {
  if (stageAllows(verb, kase)) return
  throw kase.paused
    ? new Conflict('casePaused')
    : new Conflict('wrongStage', { stage: kase.stage, verb })
}

/** Records an event on a case outside a transition, and settles its light afterwards. */
export async function recordOnCase(
  tx: Tx,
  { kase, actor }: Pick<OpenedCase, 'kase' | 'actor'>,
  event: NewEvent,
) {
  const chain = { caseId: kase.id, countyId: kase.countyId, townshipId: kase.townshipId }
  await record(tx, actor, chain, event)
  await settleLight(tx, kase.id)
}
