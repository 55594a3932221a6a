import 'server-only'
import { authorize, type Permission } from '@/lib/access/policy'
import { visibleSpotChecks } from '@/lib/access/scope-supervision'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { type Actor, record } from '@/lib/audit/record'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { tellApart } from './assign'
import { subjectOfCheck, type WorkingCheck, workingCheck } from './select'

export type OpenedCheck = { check: WorkingCheck; grant: Grant; actor: Actor }

/** A check opened for a command and locked: outside the scope `NotFound`, not theirs `Forbidden`. */
export async function openCheck(
  tx: Tx,
  viewer: Viewer,
  id: string,
  may: Permission,
): Promise<OpenedCheck> {
  const seen = await findCheck(tx, viewer, id)
  const grant = authorize(viewer, may, subjectOfCheck(seen))
  await tx.$queryRaw`SELECT 1 FROM spot_checks WHERE id = ${id}::uuid FOR UPDATE`
  return { check: await findCheck(tx, viewer, id), grant, actor: { viewer, grant } }
}

async function findCheck(tx: Tx, viewer: Viewer, id: string): Promise<WorkingCheck> {
  const check = await tx.spotCheck.findFirst({
    where: { AND: [visibleSpotChecks(viewer), { id }] },
    select: workingCheck,
  })
  if (!check) throw new NotFound()
  return check
}

/** Changes a check as it was opened; the version moves on by one. */
export async function moveCheck(
  tx: Tx,
  check: WorkingCheck,
  set: Prisma.SpotCheckUncheckedUpdateManyInput,
  version = check.version,
): Promise<void> {
  const { count } = await tx.spotCheck.updateMany({
    where: { id: check.id, version },
    data: { ...set, version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict()
}

/** Puts an event where a check belongs: on its case, or on a chain of its own. */
export function tellOfCheck(tx: Tx, actor: Actor, check: WorkingCheck, event: NewEvent) {
  const { id, caseId, countyId, townshipId } = check
  return caseId
    ? record(tx, actor, { caseId, countyId, townshipId }, event)
    : tellApart(tx, actor, id, event)
}
