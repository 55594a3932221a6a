import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { visibleVillages } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Actor, record } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { addProblem } from '@/lib/problems/commands'
import { lockVillage } from './lock-village'
import type { enterHistoricalInput } from './schema'
import { type ListedVillage, listedVillage, workingCase } from './select'

type Input = z.infer<typeof enterHistoricalInput>

/**
 * enterHistorical: the county office enters a case of earlier years already closed, on the word of
 * a source document. Exempt from the gates, counted and shown as historical. Returns the case's id.
 */
export function enterHistorical(viewer: Viewer, input: Input): Promise<string> {
  return transaction(viewer, async (tx) => {
    const village = await tx.village.findFirst({
      where: { AND: [visibleVillages(viewer), { id: input.villageId }] },
      select: listedVillage,
    })
    if (!village) throw new NotFound()
    const grant = authorize(viewer, 'case.enterHistorical', village)
    const batch = await tx.batch.findFirst({
      where: { id: input.batchId, countyId: village.countyId },
      select: { id: true, number: true, name: true },
    })
    if (!batch) throw new InvalidInput([{ field: 'batchId', code: 'invalidChoice' }])
    if (input.closedOn > viewer.today) {
      throw new InvalidInput([{ field: 'closedOn', code: 'dateInFuture' }])
    }
    await lockVillage(tx, village.id)
    await refuseSecondListing(tx, village.id, batch.id)
    return enterHistoricalInTx(tx, { viewer, grant }, { village, batch, input })
  })
}

type Entry = {
  village: ListedVillage
  batch: { id: string; number: number; name: string }
  input: Input
}

/**
 * What entering a historical case writes, for a village that is locked and not yet in the batch:
 * the closed case, its problems as settled, the event. Returns the case's id.
 */
export async function enterHistoricalInTx(
  tx: Tx,
  actor: Required<Actor>,
  { village, batch, input }: Entry,
): Promise<string> {
  const { viewer, grant } = actor
  const [confirmedOn, closedOn] = [fromDay(input.confirmedOn), fromDay(input.closedOn)]
  const id = newId()
  await tx.case.create({
    data: {
      id,
      countyId: village.countyId,
      townshipId: village.townshipId,
      villageId: village.id,
      batchId: batch.id,
      stage: 'CLOSED',
      stageSince: closedOn,
      origin: 'HISTORICAL',
      sourceDocument: input.sourceDocument,
      proposedOn: confirmedOn,
      proposedById: viewer.userId,
      proposedByOrganisationId: grant.organisationId,
      proposal: input.proposal,
      confirmedOn,
      closedOn,
      readableUntil: closedOn,
    },
    select: { id: true },
  })
  const kase = await tx.case.findUniqueOrThrow({ where: { id }, select: workingCase })
  for (const finding of input.findings) {
    const problem = await addProblem(tx, { kase, actor }, finding)
    // The source document, shown with the case, says it was settled; no person of the system
    // vouches for it, and how it was settled is not known.
    await tx.problem.update({
      where: { id: problem.id },
      select: { id: true },
      data: {
        status: 'VERIFIED',
        reportedOn: confirmedOn,
        solvedOn: closedOn,
        verifiedOn: closedOn,
      },
    })
  }
  await record(
    tx,
    actor,
    { caseId: id, countyId: village.countyId, townshipId: village.townshipId },
    {
      kind: 'historicalCaseEntered',
      details: {
        village: village.name,
        villageCode: village.code,
        batch: batch.name,
        sourceDocument: input.sourceDocument,
        confirmedOn: input.confirmedOn,
        closedOn: input.closedOn,
      },
      changes: { stage: [null, 'CLOSED'], batch: [null, batch.number] },
    },
  )
  return id
}

/** A village counts once in a batch. */
async function refuseSecondListing(tx: Tx, villageId: string, batchId: string) {
  const other = await tx.case.findFirst({
    where: { villageId, batchId, stage: { not: 'NOT_CONFIRMED' } },
    select: { id: true },
  })
  if (other) throw new RuleBroken('villageInBatch', { field: 'batchId' })
}
