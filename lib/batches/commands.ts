import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { fromDay, toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { changeBatchInput, createBatchInput } from './schema'

/** Opens a batch; its number is unique in the county. Returns its id. */
export function createBatch(
  viewer: Viewer,
  input: z.infer<typeof createBatchInput>,
): Promise<string> {
  return transaction(viewer, async (tx) => {
    const { countyId } = viewer
    const grant = authorize(viewer, 'batch.create', { countyId })
    const ruleSet = await tx.ruleSet.findFirst({
      where: { id: input.ruleSetId, countyId },
      select: { id: true, version: true },
    })
    if (!ruleSet) throw new InvalidInput([{ field: 'ruleSetId', code: 'invalidChoice' }])
    const id = newId()
    const { startOn, targetEndOn, ...words } = input
    const { count } = await tx.batch.createMany({
      data: [
        { id, countyId, ...words, startOn: fromDay(startOn), targetEndOn: fromDay(targetEndOn) },
      ],
      skipDuplicates: true,
    })
    if (count === 0) throw new InvalidInput([{ field: 'number', code: 'batchNumberTaken' }])
    const { number, name, year } = input
    await record(
      tx,
      { viewer, grant },
      { batchId: id, countyId },
      {
        kind: 'batchCreated',
        details: { number, name, year, startOn, targetEndOn, ruleSet: ruleSet.version },
      },
    )
    return id
  })
}

/** Renames a batch or moves its dates. */
export function changeBatch(viewer: Viewer, input: z.infer<typeof changeBatchInput>) {
  return transaction(viewer, async (tx) => {
    const { countyId } = viewer
    const batch = await tx.batch.findFirst({
      where: { id: input.batchId, countyId },
      select: { id: true, number: true, name: true, startOn: true, targetEndOn: true },
    })
    if (!batch) throw new NotFound()
    const grant = authorize(viewer, 'batch.create', { countyId })
    const { name, startOn, targetEndOn } = input
    const { count } = await tx.batch.updateMany({
      where: { id: batch.id, version: input.version },
      data: {
        name,
        startOn: fromDay(startOn),
        targetEndOn: fromDay(targetEndOn),
        version: { increment: 1 },
      },
    })
    if (count === 0) {
      const last = await tx.event.findFirst({
        where: { chain: `batch:${batch.id}` },
        orderBy: { seq: 'desc' },
        select: { actorName: true, at: true, kind: true },
      })
      throw new Conflict(
        'changedMeanwhile',
        {},
        last ? { by: last.actorName, at: last.at.toISOString(), kind: last.kind } : undefined,
      )
    }
    await record(
      tx,
      { viewer, grant },
      { batchId: batch.id, countyId },
      {
        kind: 'batchChanged',
        details: { number: batch.number, name },
        changes: {
          name: [batch.name, name],
          startOn: [toDay(batch.startOn), startOn],
          targetEndOn: [toDay(batch.targetEndOn), targetEndOn],
        },
      },
    )
  })
}
