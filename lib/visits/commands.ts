import 'server-only'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { refusePaused } from '@/lib/cases/open-case'
import { fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { Conflict } from '@/lib/errors'
import { checkContent } from './check-content'
import { columnsOf } from './content'
import { openForVisit, tellVisit } from './open-visit'
import type { LogVisit } from './schema'
import { sentHash } from './sent-hash'

/** What a sender learns: the visit is stored, and stands at this version. */
export type StoredVisit = { id: string; version: number }

/**
 * Stores a visit under the id its author made, once: the same item sent again, also at the same
 * time, gets the same answer; another content under the same id is refused. Scope, permission and
 * day are checked now, not when it was written: what happened within the author's appointment and
 * the open period of the case counts, however late it comes.
 */
export function logVisit(viewer: Viewer, input: LogVisit): Promise<StoredVisit> {
  return transaction(viewer, async (tx) => {
    const { kase, grant } = await openForVisit(tx, viewer, input.caseId)
    const hash = sentHash(input)
    const sent = await findSent(tx, viewer, input.id, hash)
    if (sent) return sent
    refusePaused(kase)
    if (kase.stage === 'NOT_CONFIRMED') throw new Conflict('wrongStage', { stage: kase.stage })
    await checkContent(tx, viewer, { kase, grant }, input)
    const { count } = await tx.visit.createMany({
      skipDuplicates: true,
      data: {
        id: input.id,
        caseId: kase.id,
        ...columnsOf(input),
        authorId: viewer.userId,
        authorName: signature({ viewer, grant }),
        role: grant.role,
        organisationId: grant.organisationId,
        organisationName: grant.organisationName,
        stage: kase.stage,
        enteredOn: fromDay(viewer.today),
        sentHash: hash,
      },
    })
    if (count === 0) {
      // Sent twice at once: the other one has committed by now. Or the id is somebody else's.
      const stored = await findSent(tx, viewer, input.id, hash)
      if (!stored) throw new Conflict('visitIdTaken', { field: 'id' })
      return stored
    }
    await tellVisit(tx, { viewer, grant }, kase, {
      kind: 'visitLogged',
      occurredOn: input.day,
      details: {
        visitId: input.id,
        contact: input.kind,
        text: input.found,
        settled: input.settled,
        task: input.task,
      },
    })
    return { id: input.id, version: 1 }
  })
}

/** What is stored under an id already: of the same author and content, the same visit. */
async function findSent(tx: Tx, viewer: Viewer, id: string, hash: string) {
  const found = await tx.visit.findUnique({
    where: { id },
    select: { version: true, authorId: true, sentHash: true },
  })
  if (!found) return undefined
  const { version } = found
  if (found.authorId !== viewer.userId) throw new Conflict('visitIdTaken', { field: 'id' })
  if (found.sentHash !== hash) throw new Conflict('visitSentOtherwise', { version })
  return { id, version }
}
