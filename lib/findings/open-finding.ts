import 'server-only'
import { authorize, type Permission } from '@/lib/access/policy'
import { visibleFindings } from '@/lib/access/scope-supervision'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { tellApart } from '@/lib/spot-checks/assign'
import type { Prisma } from '@/prisma/generated/client'

/** What a command needs to know of a finding. */
export const workingFinding = {
  id: true,
  version: true,
  countyId: true,
  townshipId: true,
  villageId: true,
  caseId: true,
  spotCheckId: true,
  origin: true,
  kind: true,
  gravity: true,
  text: true,
  state: true,
  sentToIds: true,
  recordedById: true,
  village: { select: { id: true } },
  spotCheck: { select: { inspectors: { where: { releasedOn: null }, select: { userId: true } } } },
} satisfies Prisma.FindingSelect

export type WorkingFinding = Prisma.FindingGetPayload<{ select: typeof workingFinding }>

/** What the rulebook is asked about for a finding. */
export const subjectOfFinding = (finding: {
  countyId: string
  townshipId: string
  caseId: string | null
  spotCheckId: string | null
}) => ({
  countyId: finding.countyId,
  townshipId: finding.townshipId,
  spotCheckId: finding.spotCheckId,
  ...(finding.caseId && { caseId: finding.caseId }),
})

/** A finding opened for a command: outside the scope `NotFound`, not theirs `Forbidden`. */
export async function openFinding(
  tx: Tx,
  viewer: Viewer,
  id: string,
  may: Permission,
): Promise<{ finding: WorkingFinding; grant: Grant }> {
  const finding = await tx.finding.findFirst({
    where: { AND: [visibleFindings(viewer), { id }] },
    select: workingFinding,
  })
  if (!finding) throw new NotFound()
  return { finding, grant: authorize(viewer, may, subjectOfFinding(finding)) }
}

/** Changes a finding as the viewer saw it; the version moves on by one. */
export async function moveFinding(
  tx: Tx,
  { id, state }: WorkingFinding,
  version: number,
  set: Prisma.FindingUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.finding.updateMany({
    where: { id, version, state },
    data: { ...set, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict()
}

/** Puts an 内部 event where a finding belongs: on its case, on its check, or on its village. */
export function tellOfFinding(
  tx: Tx,
  actor: Actor,
  finding: Pick<WorkingFinding, 'caseId' | 'countyId' | 'townshipId' | 'village' | 'spotCheckId'>,
  event: NewEvent,
) {
  const { caseId, countyId, townshipId, village, spotCheckId } = finding
  const told = { ...event, internal: true }
  if (caseId) return record(tx, actor, { caseId, countyId, townshipId }, told)
  if (spotCheckId) return tellApart(tx, actor, spotCheckId, told)
  const { id: villageId } = village
  return record(tx, actor, { villageId, countyId, townshipId }, told)
}

/** Which finding an event tells of. */
export const toldOf = ({ id, origin, kind, gravity }: WorkingFinding) => ({
  findingId: id,
  origin,
  finding: kind,
  gravity,
})
