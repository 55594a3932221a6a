import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleRequests } from '@/lib/access/scope'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import { changedMeanwhile } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { type CoordinationVerb, coordinationSteps, knowsStep, subjectOfRequest } from './rules'
import { type WorkingRequest, workingRequest } from './select'

/**
 * The one way a command gets at a request: outside the scope `NotFound`, not in the rulebook
 * `Forbidden`, moved on meanwhile or in a state that does not know the verb `Conflict`. Locks it.
 */
export async function openRequest(
  tx: Tx,
  viewer: Viewer,
  { requestId, version }: { requestId: string; version: number },
  verb: CoordinationVerb,
): Promise<{ request: WorkingRequest; grant: Grant }> {
  const seen = await findRequest(tx, viewer, requestId)
  const grant = authorize(viewer, coordinationSteps[verb].may, subjectOfRequest(seen))
  await tx.$queryRaw`SELECT 1 FROM coordination_requests WHERE id = ${seen.id}::uuid FOR UPDATE`
  const request = await findRequest(tx, viewer, requestId)
  if (!knowsStep(verb, request.status)) {
    throw new Conflict('requestElsewhere')
  }
  if (request.version !== version) throw await changedMeanwhile(tx, request.caseId)
  return { request, grant }
}

async function findRequest(tx: Tx, viewer: Viewer, id: string): Promise<WorkingRequest> {
  const request = await tx.coordinationRequest.findFirst({
    where: { AND: [visibleRequests(viewer), { id }] },
    select: workingRequest,
  })
  if (!request) throw new NotFound()
  return request
}

/** Writes a step: the state it leads to and what else it sets. */
export function moveRequest(
  tx: Tx,
  request: WorkingRequest,
  verb: CoordinationVerb,
  set: Prisma.CoordinationRequestUncheckedUpdateInput,
) {
  return tx.coordinationRequest.update({
    where: { id: request.id, version: request.version },
    data: { ...set, status: coordinationSteps[verb].to, version: { increment: 1 } },
    select: { id: true },
  })
}
