import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Tx, transaction } from '@/lib/db'
import { openForEntry, refuseClosedToEntries, tellOnCase } from '@/lib/entries/open-entry'
import { idTaken, type StoredEntry, sentBefore, sentColumns, writtenBy } from '@/lib/entries/sent'
import { openedOrSent } from '@/lib/entries/sent-again'
import { sentHash } from '@/lib/entries/sent-hash'
import { checkContent } from './check-content'
import { columnsOf } from './content'
import type { LogVisit } from './schema'

/**
 * Stores a visit under the id its author made, once: the same item sent again, also at the same
 * time, gets the same answer; another content under the same id is refused. Scope, permission and
 * day are checked now, not when it was written: what happened within the author's appointment and
 * the open period of the case counts, however late it comes.
 */
export function logVisit(viewer: Viewer, input: LogVisit): Promise<StoredEntry> {
  return transaction(viewer, async (tx) => {
    const hash = sentHash(input)
    const found = await openedOrSent(
      tx,
      () => openForEntry(tx, viewer, input.caseId, 'visit.write'),
      () => findSent(tx, viewer, input.id, hash),
    )
    if ('sent' in found) return found.sent
    const { kase, grant } = found.opened
    const sent = await findSent(tx, viewer, input.id, hash)
    if (sent) return sent
    refuseClosedToEntries(kase)
    await checkContent(tx, viewer, { kase, grant }, input)
    const { count } = await tx.visit.createMany({
      skipDuplicates: true,
      data: {
        id: input.id,
        caseId: kase.id,
        ...columnsOf(input),
        ...writtenBy(viewer, grant, kase),
        sentHash: hash,
      },
    })
    if (count === 0) {
      // Sent twice at once: the other one has committed by now. Or the id is somebody else's.
      const stored = await findSent(tx, viewer, input.id, hash)
      if (!stored) throw idTaken()
      return stored
    }
    await tellOnCase(tx, { viewer, grant }, kase, {
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

const findSent = async (tx: Tx, viewer: Viewer, id: string, hash: string) =>
  sentBefore(viewer, await tx.visit.findUnique({ where: { id }, select: sentColumns }), {
    id,
    hash,
  })
