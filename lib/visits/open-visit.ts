import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleVisits } from '@/lib/access/scope'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import { changedMeanwhile, subjectOf } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { type WholeVisit, wholeVisit } from './select'

/** A visit opened for a command: outside the scope `NotFound`, not theirs to write `Forbidden`. */
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
