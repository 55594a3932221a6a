import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases, visibleVillages } from '@/lib/access/scope'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { type StoredEntry, sentBefore } from '@/lib/entries/sent'
import { sentHash } from '@/lib/entries/sent-hash'
import { Conflict, NotFound } from '@/lib/errors'
import { checkContent } from './check-content'
import { columnsOf } from './content'
import { refuseClosedToCommitments, tellCommitment } from './open-commitment'
import { mayDraft } from './rules'
import type { DraftCommitment } from './schema'
import { committedCase } from './select'

/**
 * Stores a commitment for review, under the id its author made, once. Of a case confirmed and open,
 * or of a village that has no open case: so that the public page can show both alike.
 */
export function draftCommitment(viewer: Viewer, input: DraftCommitment): Promise<StoredEntry> {
  return transaction(viewer, async (tx) => {
    const place = await placeOf(tx, viewer, input)
    const grant = authorize(viewer, mayDraft(input.level), place.subject)
    const hash = sentHash(input)
    const sent = await findSent(tx, viewer, input.id, hash)
    if (sent) return sent
    if (place.kase) refuseClosedToCommitments(place.kase)
    await checkContent(tx, viewer, place.kase?.id ?? null, input)
    const { count } = await tx.commitment.createMany({
      skipDuplicates: true,
      data: {
        id: input.id,
        caseId: place.kase?.id ?? null,
        villageId: place.villageId,
        level: input.level,
        ...columnsOf(input),
        enteredById: viewer.userId,
        enteredByName: signature({ viewer, grant }),
        enteredOn: fromDay(viewer.today),
        submittedById: viewer.userId,
        sentHash: hash,
      },
    })
    if (count === 0) {
      // Sent twice at once: the other one has committed by now. Or the id is somebody else's.
      const stored = await findSent(tx, viewer, input.id, hash)
      if (!stored) throw new Conflict('entryIdTaken', { field: 'id' })
      return stored
    }
    const { level, position, text, dueOn } = input
    const { countyId, townshipId } = place.subject
    await tellCommitment(
      tx,
      { viewer, grant },
      { countyId, townshipId, caseId: place.kase?.id ?? null, villageId: place.villageId },
      {
        kind: 'commitmentDrafted',
        details: { commitmentId: input.id, level, position, text, dueOn },
      },
    )
    return { id: input.id, version: 1 }
  })
}

/** The case, or the village without one; outside the scope `NotFound`. */
async function placeOf(tx: Tx, viewer: Viewer, { caseId, villageId }: DraftCommitment) {
  if (caseId) {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: committedCase,
    })
    if (!kase) throw new NotFound()
    return {
      kase,
      villageId: kase.villageId,
      subject: { ...subjectOf(kase), townshipId: kase.townshipId },
    }
  }
  const village = await tx.village.findFirst({
    where: { AND: [visibleVillages(viewer), { id: villageId, endedOn: null }] },
    select: { id: true, countyId: true, townshipId: true },
  })
  if (!village) throw new NotFound()
  const { countyId, townshipId } = village
  const open = await tx.case.findFirst({
    where: { AND: [visibleCases(viewer), { villageId: village.id }] },
    orderBy: { id: 'desc' },
    select: { stage: true },
  })
  if (open && isListed(open.stage) && isOpen(open.stage)) {
    throw new Conflict('commitmentHasCase', { field: 'villageId' })
  }
  return { kase: undefined, villageId: village.id, subject: { countyId, townshipId } }
}

/** What is stored under an id already: of the same author and content, the same commitment. */
async function findSent(tx: Tx, viewer: Viewer, id: string, hash: string) {
  const found = await tx.commitment.findUnique({
    where: { id },
    select: { version: true, enteredById: true, sentHash: true },
  })
  return sentBefore(viewer, found && { ...found, authorId: found.enteredById }, { id, hash })
}
