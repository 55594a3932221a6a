import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Tx, transaction } from '@/lib/db'
import { openForEntry, refuseClosedToEntries, tellOnCase } from '@/lib/entries/open-entry'
import { idTaken, type StoredEntry, sentBefore, sentColumns, writtenBy } from '@/lib/entries/sent'
import { openedOrSent } from '@/lib/entries/sent-again'
import { sentHash } from '@/lib/entries/sent-hash'
import { applyRecord } from './apply-record'
import { lockFunds } from './check-funds'
import { checkRecord } from './check-record'
import { asJson, columnsOf } from './content'
import { isApplied, permissionFor } from './kinds'
import type { AddRecord } from './schema'
import { toldOf } from './telling'

/**
 * Stores a work record under the id its author made, once: like a visit. A kind that changes facts
 * of the village changes them in the same transaction; what refuses the change refuses the record.
 */
export function addRecord(viewer: Viewer, input: AddRecord): Promise<StoredEntry> {
  const { kind, day } = input
  return transaction(viewer, async (tx) => {
    const hash = sentHash(input)
    const found = await openedOrSent(
      tx,
      () => openForEntry(tx, viewer, input.caseId, permissionFor(kind)),
      () => findSent(tx, viewer, input.id, hash),
    )
    if ('sent' in found) return found.sent
    const { kase, grant } = found.opened
    const actor = { viewer, grant }
    // Commands on one case queue: the same item sent again at the same time waits for the first.
    if (isApplied(kind)) await lockCase(tx, kase.id)
    if (kind === 'FUNDS') await lockFunds(tx, kase.villageId)
    const sent = await findSent(tx, viewer, input.id, hash)
    if (sent) return sent
    refuseClosedToEntries(kase)
    await checkRecord(tx, viewer, { kase, grant, recordId: input.id }, input)
    const applied = await applyRecord({ tx, actor, villageId: kase.villageId, day }, input)
    const detail = asJson({ ...input.detail, ...applied })
    const { count } = await tx.workRecord.createMany({
      skipDuplicates: true,
      data: {
        id: input.id,
        caseId: kase.id,
        ...columnsOf(input),
        detail,
        ...writtenBy(viewer, grant, kase),
        sentHash: hash,
      },
    })
    if (count === 0) {
      // Sent twice at once: the other one has committed by now. Or the id is somebody else's.
      const stored = isApplied(kind) ? undefined : await findSent(tx, viewer, input.id, hash)
      if (!stored) throw idTaken()
      return stored
    }
    await tellOnCase(tx, actor, kase, {
      kind: 'recordLogged',
      occurredOn: day,
      details: { recordId: input.id, record: kind, text: input.text, ...toldOf(kind, detail) },
    })
    return { id: input.id, version: 1 }
  })
}

const lockCase = (tx: Tx, id: string) =>
  tx.$queryRaw`SELECT 1 FROM cases WHERE id = ${id}::uuid FOR UPDATE`

const findSent = async (tx: Tx, viewer: Viewer, id: string, hash: string) =>
  sentBefore(viewer, await tx.workRecord.findUnique({ where: { id }, select: sentColumns }), {
    id,
    hash,
  })
