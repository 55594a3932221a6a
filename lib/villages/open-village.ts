import 'server-only'
import { authorize, type Permission } from '@/lib/access/policy'
import { visibleVillages } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound, RuleBroken } from '@/lib/errors'
import { type WholeVillage, wholeVillage } from './select'

/** The village a command works on: in scope, allowed, as the user saw it, and still there. */
export async function openVillage(
  tx: Tx,
  viewer: Viewer,
  given: { villageId: string; version: number; may: Permission },
) {
  const village = await tx.village.findFirst({
    where: { AND: [visibleVillages(viewer), { id: given.villageId }] },
    select: wholeVillage,
  })
  if (!village) throw new NotFound()
  const grant = authorize(viewer, given.may, village)
  if (village.version !== given.version) throw await changedMeanwhile(tx, village.id)
  if (village.endedOn) throw new RuleBroken('villageEnded')
  return { village, actor: { viewer, grant } }
}

/** Writes a village as the next version of the one that was read. */
export async function moveVillage(tx: Tx, village: WholeVillage, data: object): Promise<void> {
  const { count } = await tx.village.updateMany({
    where: { id: village.id, version: village.version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw await changedMeanwhile(tx, village.id)
}

/** The open case of a village, if there is one. */
export function openCaseOf(tx: Tx, villageId: string) {
  return tx.case.findFirst({
    where: { villageId, stage: { notIn: ['CLOSED', 'NOT_CONFIRMED'] } },
    select: { id: true, countyId: true, townshipId: true },
  })
}

async function changedMeanwhile(tx: Tx, villageId: string): Promise<Conflict> {
  const last = await tx.event.findFirst({
    where: { chain: `village:${villageId}` },
    orderBy: { seq: 'desc' },
    select: { actorName: true, at: true, kind: true },
  })
  return new Conflict(
    'changedMeanwhile',
    {},
    last ? { by: last.actorName, at: last.at.toISOString(), kind: last.kind } : undefined,
  )
}
