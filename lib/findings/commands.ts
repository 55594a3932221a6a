import 'server-only'
import type { z } from 'zod'
import { isOwnWork } from '@/lib/acceptance/rules'
import { authorize } from '@/lib/access/policy'
import { selvesOf, signature, type Viewer } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import { compareDays, fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { idTaken } from '@/lib/entries/sent'
import { Conflict, Forbidden, InvalidInput, NotFound } from '@/lib/errors'
import { moveFinding, openFinding, tellOfFinding, toldOf, workingFinding } from './open-finding'
import type {
  EnterFinding,
  sendFindingInput,
  settleFindingInput,
  withdrawFindingInput,
} from './schema'

/** The county office enters what a patrol, an audit, a petition or the city's check found. */
export function enterFinding(viewer: Viewer, input: EnterFinding) {
  return transaction(viewer, async (tx) => {
    const { countyId } = viewer
    const grant = authorize(viewer, 'finding.enter', { countyId })
    const village = await tx.village.findFirst({
      where: { countyId, id: input.villageId },
      select: {
        ...{ id: true, townshipId: true },
        cases: {
          where: { stage: { not: 'NOT_CONFIRMED' } },
          orderBy: [{ closedOn: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
          take: 1,
          select: { id: true, townshipId: true },
        },
      },
    })
    if (!village) throw new NotFound()
    if (compareDays(input.foundOn, viewer.today) > 0) {
      throw new InvalidInput([{ field: 'foundOn', code: 'dateInFuture' }])
    }
    const [kase] = village.cases
    const { measureId = null, foundOn, ...content } = input
    if (measureId) {
      const known = await tx.measure.count({ where: { id: measureId, caseId: kase?.id ?? '' } })
      if (known === 0) {
        throw new InvalidInput([{ field: 'measureId', code: 'findingMeasureElsewhere' }])
      }
    }
    const { count } = await tx.finding.createMany({
      skipDuplicates: true,
      data: {
        ...{ ...content, measureId, caseId: kase?.id ?? null },
        foundOn: fromDay(foundOn),
        recordedById: viewer.userId,
        recordedByName: signature({ viewer, grant }),
        recordedOn: fromDay(viewer.today),
      },
    })
    if (count === 0) return repeated(tx, viewer, input)
    const { id, origin, kind, gravity, text } = input
    const townshipId = kase?.townshipId ?? village.townshipId
    const place = { caseId: kase?.id ?? null, countyId, townshipId, village, spotCheckId: null }
    await tellOfFinding(tx, { viewer, grant }, place, {
      kind: 'findingRecorded',
      occurredOn: foundOn,
      details: { findingId: id, origin, finding: kind, gravity, text },
    })
    return { id, version: 1 }
  })
}

/** Sent twice: the same answer, when it was the same person's and says the same. */
async function repeated(tx: Tx, viewer: Viewer, { id, text }: EnterFinding) {
  const stored = await tx.finding.findUnique({
    where: { id },
    select: { recordedById: true, text: true, version: true },
  })
  if (stored?.recordedById !== viewer.userId || stored.text !== text) throw idTaken()
  return { id, version: stored.version }
}

/** The county office sends a finding to organisations of the county; from then on they read it. */
export function sendFinding(viewer: Viewer, input: z.output<typeof sendFindingInput>) {
  return transaction(viewer, async (tx) => {
    const { finding, grant } = await openFinding(tx, viewer, input.findingId, 'finding.send')
    if (finding.version !== input.version) throw new Conflict()
    await sendFindings(tx, { viewer, grant }, [finding.id], input.organisationIds)
  })
}

/**
 * Sends findings inside another command, such as the signing of a notice. Those sent before stay
 * sent to whom they were; one that was withdrawn or found untrue is refused.
 */
export async function sendFindings(
  tx: Tx,
  actor: Actor,
  findingIds: readonly string[],
  organisationIds: readonly string[],
): Promise<void> {
  const { viewer } = actor
  const to = await tx.organisation.findMany({
    where: { countyId: viewer.countyId, id: { in: [...organisationIds] }, active: true },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
  if (to.length === 0 || to.length < new Set(organisationIds).size) {
    throw new InvalidInput([{ field: 'organisationIds', code: 'findingAddresseeElsewhere' }])
  }
  const findings = await tx.finding.findMany({
    where: { countyId: viewer.countyId, id: { in: [...findingIds] } },
    orderBy: { id: 'asc' },
    select: workingFinding,
  })
  if (findings.length < new Set(findingIds).size) throw new NotFound()
  for (const finding of findings) {
    if (finding.state === 'WITHDRAWN' || finding.state === 'DISMISSED') {
      throw new Conflict('findingElsewhere')
    }
    const fresh = to.filter(({ id }) => !finding.sentToIds.includes(id))
    if (fresh.length === 0) continue
    const sentToIds = [...finding.sentToIds, ...fresh.map(({ id }) => id)]
    await moveFinding(tx, finding, finding.version, {
      sentToIds,
      sentOn: fromDay(viewer.today),
      sentByName: signature(actor),
    })
    await tx.attachment.updateMany({
      where: { subjectKind: 'FINDING', subjectId: finding.id },
      data: { sentToIds },
    })
    const names = fresh.map(({ name }) => name)
    await tellOfFinding(tx, actor, finding, {
      kind: 'findingSent',
      details: { ...toldOf(finding), to: names },
    })
  }
}

/**
 * The county office settles a finding with its reason: it held true and was dealt with, or it did not
 * hold. Never whoever found or entered it. A measure it contradicted is no longer in question then.
 */
export function settleFinding(viewer: Viewer, input: z.output<typeof settleFindingInput>) {
  return transaction(viewer, async (tx) => {
    const { finding, grant } = await openFinding(tx, viewer, input.findingId, 'finding.settle')
    if (finding.state !== 'OPEN') throw new Conflict('findingElsewhere')
    const inspectors = finding.spotCheck?.inspectors.map(({ userId }) => userId) ?? []
    if (isOwnWork(selvesOf(viewer), [finding.recordedById, ...inspectors])) {
      throw new Forbidden('ownWork')
    }
    await end(tx, { viewer, grant }, finding, { ...input, state: input.outcome })
    await tellOfFinding(tx, { viewer, grant }, finding, {
      kind: 'findingSettled',
      details: {
        ...toldOf(finding),
        upheld: input.outcome === 'SETTLED',
        reason: input.reason,
      },
    })
  })
}

/** Its inspectors take back a finding that was not sent yet. */
export function withdrawFinding(viewer: Viewer, input: z.output<typeof withdrawFindingInput>) {
  return transaction(viewer, async (tx) => {
    const { finding, grant } = await openFinding(tx, viewer, input.findingId, 'spotCheck.write')
    if (finding.state !== 'OPEN') throw new Conflict('findingElsewhere')
    if (finding.sentToIds.length > 0) throw new Conflict('findingSent')
    await end(tx, { viewer, grant }, finding, { ...input, state: 'WITHDRAWN' })
    await tellOfFinding(tx, { viewer, grant }, finding, {
      kind: 'findingWithdrawn',
      details: { ...toldOf(finding), reason: input.reason },
    })
  })
}

type End = { version: number; reason: string; state: 'SETTLED' | 'DISMISSED' | 'WITHDRAWN' }

function end(
  tx: Tx,
  actor: Actor,
  finding: Parameters<typeof moveFinding>[1],
  { version, reason, state }: End,
) {
  return moveFinding(tx, finding, version, {
    state,
    settlement: reason,
    settledById: actor.viewer.userId,
    settledByName: signature(actor),
    settledOn: fromDay(actor.viewer.today),
  })
}
