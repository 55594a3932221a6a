import 'server-only'
import type { z } from 'zod'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { idTaken } from '@/lib/entries/sent'
import { Conflict, InvalidInput, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { recordInternal } from '@/lib/internal-notes/commands'
import { moveMeasure, type OpenedMeasure, openMeasure } from './open-measure'
import { doneErrors, earliestProgress, progressErrors } from './rules'
import type { addProgressInput, finishMeasureInput, reopenMeasureInput } from './schema'

/**
 * Adds what was done on a measure. An update that happened before the last one known (补录) is
 * kept without moving the percentage. Helper unit and work team on their own measures only.
 * Returns the id of the update.
 */
export function addProgress(viewer: Viewer, input: z.infer<typeof addProgressInput>) {
  return transaction(viewer, async (tx) => {
    const found = await openMeasure(tx, viewer, { ...input, may: 'progress.add' })
    const { opened, measure } = found
    if (measure.status !== 'OPEN') throw new Conflict('measureNotOpen')
    requirePossibleDay(found, input.happenedOn)
    const before = await percentOn(tx, measure.id, input.happenedOn)
    const errors = progressErrors({
      previousPercent: before.percent,
      percent: input.percent,
      note: input.text,
    })
    if (errors.length > 0) {
      throw new InvalidInput(errors.map((error) => ({ field: 'percent', ...error })))
    }
    const id = await writeProgress(tx, found, input)
    if (before.isLatest) await moveMeasure(tx, measure, { percent: input.percent })
    await recordInternal(
      tx,
      opened,
      { subjectKind: 'PROGRESS', subjectId: id, field: 'text' },
      input.internal,
    )
    await recordOnCase(tx, opened, {
      kind: 'progressAdded',
      occurredOn: input.happenedOn,
      details: {
        measure: measure.number,
        title: measure.title,
        percent: input.percent,
        text: input.text,
      },
      ...(before.isLatest ? { changes: { percent: [measure.percent, input.percent] } } : {}),
    })
    return id
  })
}

/** The percentage reached by a day, and whether nothing later is known. */
async function percentOn(tx: Tx, measureId: string, day: Day) {
  const last = await tx.progressUpdate.findFirst({
    where: { measureId, happenedOn: { lte: fromDay(day) } },
    orderBy: [{ happenedOn: 'desc' }, { createdAt: 'desc' }],
    select: { percent: true },
  })
  const later = await tx.progressUpdate.count({
    where: { measureId, happenedOn: { gt: fromDay(day) } },
  })
  return { percent: last?.percent ?? 0, isLatest: later === 0 }
}

function requirePossibleDay({ opened, measure }: OpenedMeasure, day: Day): void {
  const { kase, actor } = opened
  const field = 'happenedOn'
  if (day > actor.viewer.today) throw new InvalidInput([{ field, code: 'dateInFuture' }])
  const from = earliestProgress({
    startOn: toDay(measure.startOn),
    confirmedOn: kase.confirmedOn ? toDay(kase.confirmedOn) : null,
    planApprovedOn: kase.planApprovedOn ? toDay(kase.planApprovedOn) : null,
  })
  if (day < from) throw new InvalidInput([{ field, code: 'progressTooEarly', params: { from } }])
}

async function writeProgress(
  tx: Tx,
  { opened, measure }: OpenedMeasure,
  input: { id?: string; happenedOn: Day; percent: number; text: string; internal?: unknown },
): Promise<string> {
  const { viewer, grant } = opened.actor
  const id = input.id ?? newId()
  const { count } = await tx.progressUpdate.createMany({
    skipDuplicates: true,
    data: {
      id,
      caseId: measure.caseId,
      measureId: measure.id,
      happenedOn: fromDay(input.happenedOn),
      percent: input.percent,
      text: input.text,
      internal: input.internal !== undefined,
      byId: viewer.userId,
      byName: signature(opened.actor),
      organisationId: grant?.organisationId ?? null,
    },
  })
  if (count === 0) throw idTaken()
  return id
}

/** finish: a measure at 100 % is done. A request for more time about it falls away. */
export function finishMeasure(viewer: Viewer, input: z.infer<typeof finishMeasureInput>) {
  return transaction(viewer, async (tx) => {
    const found = await openMeasure(tx, viewer, { ...input, may: 'measure.finish' })
    const { opened, measure } = found
    if (measure.status !== 'OPEN') throw new Conflict('measureNotOpen')
    const [error] = doneErrors({ percent: measure.percent })
    if (error) throw new RuleBroken(error.code, error.params)
    const { today, userId } = viewer
    if (input.text) {
      await writeProgress(tx, found, { happenedOn: today, percent: 100, text: input.text })
    }
    await moveMeasure(tx, measure, { status: 'DONE', doneOn: fromDay(today), doneById: userId })
    await tx.extension.updateMany({
      where: { measureId: measure.id, status: 'REQUESTED' },
      data: { status: 'WITHDRAWN', version: { increment: 1 } },
    })
    await recordOnCase(tx, opened, {
      kind: 'measureDone',
      details: { measure: measure.number, title: measure.title, text: input.text },
      changes: { status: ['OPEN', 'DONE'] },
    })
  })
}

/** reopen: what was taken for done is not; with a reason. */
export function reopenMeasure(viewer: Viewer, input: z.infer<typeof reopenMeasureInput>) {
  return transaction(viewer, async (tx) => {
    const { opened, measure } = await openMeasure(tx, viewer, { ...input, may: 'measure.finish' })
    if (measure.status !== 'DONE') throw new Conflict('measureNotDone')
    await moveMeasure(tx, measure, { status: 'OPEN', doneOn: null, doneById: null })
    await recordOnCase(tx, opened, {
      kind: 'measureReopened',
      details: { measure: measure.number, title: measure.title, reason: input.reason },
      changes: { status: ['DONE', 'OPEN'] },
    })
  })
}
