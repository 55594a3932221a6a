import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases, visibleVisits } from '@/lib/access/scope'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import { changedMeanwhile, subjectOf } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { type VisitedCase, visitedCase, type WholeVisit, wholeVisit } from './select'

/** A case somebody logs a visit to: outside the scope `NotFound`, not theirs to write `Forbidden`. */
export async function openForVisit(tx: Tx, viewer: Viewer, caseId: string) {
  const kase = await tx.case.findFirst({
    where: { AND: [visibleCases(viewer), { id: caseId }] },
    select: visitedCase,
  })
  if (!kase) throw new NotFound()
  return { kase, grant: authorize(viewer, 'visit.write', subjectOf(kase)) }
}

/** A visit opened for a command, under the same two gates. */
export async function openVisit(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<{ visit: WholeVisit; grant: Grant }> {
  const visit = await tx.visit.findFirst({
    where: { AND: [visibleVisits(viewer), { id }] },
    select: wholeVisit,
  })
  if (!visit) throw new NotFound()
  return { visit, grant: authorize(viewer, 'visit.write', subjectOf(visit.case)) }
}

/** Changes a visit as the viewer saw it; the version moves on by one. */
export async function moveVisit(
  tx: Tx,
  visit: WholeVisit,
  version: number,
  set: Prisma.VisitUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.visit.updateMany({
    where: { id: visit.id, version },
    data: { ...set, version: { increment: 1 } },
  })
  if (count === 0) throw await changedMeanwhile(tx, visit.caseId)
}

/** Puts it on the timeline of the case. */
export function tellVisit(tx: Tx, actor: Actor, kase: VisitedCase, event: NewEvent) {
  const { id: caseId, countyId, townshipId } = kase
  return record(tx, actor, { caseId, countyId, townshipId }, event)
}
