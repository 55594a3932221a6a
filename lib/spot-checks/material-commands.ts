import 'server-only'
import type { z } from 'zod'
import { authorize, type Permission } from '@/lib/access/policy'
import { visibleMaterialRequests } from '@/lib/access/scope-supervision'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import type { NewEvent } from '@/lib/audit/events'
import { record } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { idTaken } from '@/lib/entries/sent'
import { Conflict, NotFound, RuleBroken } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { tellApart } from './assign'
import { openCheck, tellOfCheck } from './open-check'
import type { answerMaterialInput, requestMaterialInput, withdrawMaterialInput } from './schema'

/**
 * An inspector asks the township for what the system does not hold, and says what is missing. It
 * counts on the village's burden meter. An undercover check asks for nothing before it is submitted.
 */
export function requestMaterial(viewer: Viewer, input: z.output<typeof requestMaterialInput>) {
  return transaction(viewer, async (tx) => {
    const { check, actor } = await openCheck(tx, viewer, input.spotCheckId, 'material.request')
    const { id, what, gap } = input
    const known = await tx.materialRequest.findUnique({
      where: { id },
      select: { requestedById: true, what: true, gap: true },
    })
    if (known) {
      const same = known.what === what && known.gap === gap
      if (known.requestedById !== viewer.userId || !same) throw idTaken()
      return { id, version: 1 }
    }
    if (check.state !== 'ASSIGNED' && check.state !== 'SUBMITTED') {
      throw new Conflict('checkElsewhere')
    }
    if (check.method === 'COVERT' && check.state !== 'SUBMITTED') {
      throw new RuleBroken('covertAsksNothing')
    }
    const { count } = await tx.materialRequest.createMany({
      skipDuplicates: true,
      data: {
        ...{ id, what, gap, spotCheckId: check.id, villageId: check.villageId },
        requestedById: viewer.userId,
        requestedByName: signature(actor),
        requestedOn: fromDay(viewer.today),
      },
    })
    if (count === 0) throw idTaken()
    await tellOfCheck(tx, actor, check, {
      kind: 'materialRequested',
      details: { requestId: id, what, gap },
    })
    return { id, version: 1 }
  })
}

/** The township gives what was asked for, or says where it is to be found. */
export function answerMaterial(viewer: Viewer, input: z.output<typeof answerMaterialInput>) {
  return step(viewer, input, 'material.answer', (what, by) => ({
    set: { state: 'ANSWERED', answer: input.answer, answeredByName: by },
    event: {
      kind: 'materialAnswered',
      details: { requestId: input.requestId, what, text: input.answer },
    },
  }))
}

/** The inspectors no longer need it. */
export function withdrawMaterial(viewer: Viewer, input: z.output<typeof withdrawMaterialInput>) {
  return step(viewer, input, 'material.request', (what, by) => ({
    set: { state: 'WITHDRAWN', answer: input.reason, answeredByName: by },
    event: {
      kind: 'materialWithdrawn',
      details: { requestId: input.requestId, what, reason: input.reason },
    },
  }))
}

type Step = { set: Prisma.MaterialRequestUncheckedUpdateManyInput; event: NewEvent }

function step(
  viewer: Viewer,
  { requestId, version }: { requestId: string; version: number },
  may: Permission,
  work: (what: string, by: string) => Step,
) {
  return transaction(viewer, async (tx) => {
    const request = await tx.materialRequest.findFirst({
      where: { AND: [visibleMaterialRequests(viewer), { id: requestId }] },
      select: {
        ...{ countyId: true, townshipId: true, caseId: true, spotCheckId: true, what: true },
        village: { select: { id: true } },
      },
    })
    if (!request) throw new NotFound()
    const { countyId, townshipId, caseId, spotCheckId } = request
    const grant = authorize(viewer, may, { countyId, townshipId, spotCheckId })
    const { set, event } = work(request.what, signature({ viewer, grant }))
    const { count } = await tx.materialRequest.updateMany({
      where: { id: requestId, version, state: 'ASKED' },
      data: { ...set, answeredOn: fromDay(viewer.today), version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict()
    const actor = { viewer, grant }
    const { id: villageId } = request.village
    // Without a case a township tells it on its village, inspectors on their check.
    if (caseId) await record(tx, actor, { caseId, countyId, townshipId }, event)
    else if (may === 'material.answer') {
      await record(tx, actor, { villageId, countyId, townshipId }, { ...event, internal: true })
    } else await tellApart(tx, actor, spotCheckId, event)
  })
}
