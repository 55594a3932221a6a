import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleRecords } from '@/lib/access/scope'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import { changedMeanwhile, subjectOf } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import type { Prisma } from '@/prisma/generated/client'
import { permissionFor } from './kinds'
import { type WholeRecord, wholeRecord } from './select'

/** A record opened for a command: outside the scope `NotFound`, not theirs to write `Forbidden`. */
export async function openRecord(
  tx: Tx,
  viewer: Viewer,
  id: string,
): Promise<{ record: WholeRecord; grant: Grant }> {
  const record = await tx.workRecord.findFirst({
    where: { AND: [visibleRecords(viewer), { id }] },
    select: wholeRecord,
  })
  if (!record) throw new NotFound()
  const grant = authorize(viewer, permissionFor(record.kind), subjectOf(record.case))
  return { record, grant }
}

/** Changes a record as the viewer saw it; the version moves on by one. */
export async function moveRecord(
  tx: Tx,
  record: WholeRecord,
  version: number,
  set: Prisma.WorkRecordUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.workRecord.updateMany({
    where: { id: record.id, version },
    data: { ...set, version: { increment: 1 } },
  })
  if (count === 0) throw await changedMeanwhile(tx, record.caseId)
}

/** The rule set a case is held to: of its batch, else the county's newest. */
export async function ruleSetOfCase(tx: Tx, caseId: string) {
  const kase = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { countyId: true, batch: { select: { ruleSet: true } } },
  })
  return kase.batch ? ruleSetOf(kase.batch.ruleSet) : newestRuleSet(tx, kase.countyId)
}
