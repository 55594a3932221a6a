import 'server-only'
import type { Permission } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { changedMeanwhile, type OpenedCase, openCase, refusePaused } from '@/lib/cases/open-case'
import type { Tx } from '@/lib/db'
import { Conflict, NotFound } from '@/lib/errors'
import { type WorkingMeasure, workingMeasure } from './select'

/** A measure opened for a command, with its case locked. */
export type OpenedMeasure = { opened: OpenedCase; measure: WorkingMeasure }

/**
 * The one way a command gets at a measure: outside the scope `NotFound`, neither the township's
 * nor one's own `Forbidden`, outside RECTIFYING or another version than the one seen `Conflict`.
 */
export async function openMeasure(
  tx: Tx,
  viewer: Viewer,
  want: { caseId: string; measureId: string; version?: number; may: Permission },
): Promise<OpenedMeasure> {
  const { caseId, may } = want
  const where = { AND: [{ id: want.measureId, caseId }, { case: visibleCases(viewer) }] }
  const seen = await tx.measure.findFirst({ where, select: workingMeasure })
  if (!seen) throw new NotFound()
  const opened = await openCase(tx, viewer, { caseId, may, measure: seen })
  refusePaused(opened.kase)
  const { stage } = opened.kase
  if (stage !== 'RECTIFYING') throw new Conflict('wrongStage', { stage })
  // Read again behind the lock of the case, which queues everything that changes its measures.
  const measure = await tx.measure.findUniqueOrThrow({
    where: { id: seen.id },
    select: workingMeasure,
  })
  if (want.version !== undefined && want.version !== measure.version) {
    throw await changedMeanwhile(tx, caseId)
  }
  return { opened, measure }
}

/** Changes a measure of the version read. */
export function moveMeasure(tx: Tx, measure: WorkingMeasure, data: object) {
  return tx.measure.update({
    where: { id: measure.id, version: measure.version },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  })
}
