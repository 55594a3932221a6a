import 'server-only'
import { isOwnWork } from '@/lib/acceptance/rules'
import { authorize } from '@/lib/access/policy'
import { visibleCommitments } from '@/lib/access/scope'
import { type Grant, selvesOf, type Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import { changedMeanwhile, refusePaused } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import type { Prisma, Stage } from '@/prisma/generated/client'
import {
  authorsOf,
  type CommitmentVerb,
  commitmentSteps,
  knowsVerb,
  mayFor,
  subjectOfCommitment,
} from './rules'
import { type WholeCommitment, wholeCommitment } from './select'

type Wanted = { commitmentId: string; version: number }

/**
 * The one way a command gets at a commitment: outside the scope `NotFound`, not in the rulebook or
 * one's own work `Forbidden`, moved on meanwhile or in a state that does not know the verb
 * `Conflict`. Locks it.
 */
export async function openCommitment(
  tx: Tx,
  viewer: Viewer,
  { commitmentId, version }: Wanted,
  verb: CommitmentVerb,
): Promise<{ commitment: WholeCommitment; grant: Grant }> {
  const seen = await findCommitment(tx, viewer, commitmentId)
  const grant = authorize(viewer, mayFor(verb, seen.level), subjectOfCommitment(seen))
  await tx.$queryRaw`SELECT 1 FROM commitments WHERE id = ${seen.id}::uuid FOR UPDATE`
  const commitment = await findCommitment(tx, viewer, commitmentId)
  if (commitment.case) refuseClosedToCommitments(commitment.case)
  const standing = { status: commitment.status, dueOn: toDay(commitment.dueOn) }
  if (!knowsVerb(verb, standing, viewer.today)) throw new Conflict('commitmentElsewhere')
  if (commitment.version !== version) throw await changed(tx, commitment)
  if (isOwnWork(selvesOf(viewer), authorsOf(verb, commitment))) throw new Forbidden('ownWork')
  return { commitment, grant }
}

async function findCommitment(tx: Tx, viewer: Viewer, id: string): Promise<WholeCommitment> {
  const found = await tx.commitment.findFirst({
    where: { AND: [visibleCommitments(viewer), { id }] },
    select: wholeCommitment,
  })
  if (!found) throw new NotFound()
  return found
}

function changed(tx: Tx, { caseId }: WholeCommitment) {
  return caseId ? changedMeanwhile(tx, caseId) : new Conflict()
}

/** Refuses work on commitments of a case that is paused, not confirmed or closed. */
export function refuseClosedToCommitments(kase: { stage: Stage; paused: boolean }): void {
  refusePaused(kase)
  if (!isListed(kase.stage) || !isOpen(kase.stage)) {
    throw new Conflict('wrongStage', { stage: kase.stage })
  }
}

/** Writes a step: the state it leads to and what else it sets. */
export function moveCommitment(
  tx: Tx,
  { id, version }: Pick<WholeCommitment, 'id' | 'version'>,
  verb: CommitmentVerb,
  set: Prisma.CommitmentUncheckedUpdateInput,
) {
  return tx.commitment.update({
    where: { id, version },
    data: { ...set, status: commitmentSteps[verb].to, version: { increment: 1 } },
    select: { id: true },
  })
}

type Placed = { countyId: string; townshipId: string; caseId: string | null; villageId: string }

/** Puts an event on the timeline of the case, or of the village where there is none. */
export function tellCommitment(tx: Tx, actor: Actor, at: Placed, event: NewEvent) {
  const { countyId, townshipId, caseId, villageId } = at
  const place = caseId ? { caseId } : { villageId }
  return record(tx, actor, { countyId, townshipId, ...place }, event)
}
