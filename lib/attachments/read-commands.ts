import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleAttachments } from '@/lib/access/scope'
import { signature, type Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { read, type Tx, transaction } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'

/**
 * readAttachment: a file of a case whose papers are open to the viewer, to be handed out. Every
 * reading is recorded for the county office; that of an 内部 file is an event of the case too.
 */
export function readAttachment(viewer: Viewer, id: string) {
  return transaction(viewer, async (tx) => {
    const { found, place, grant } = await openAttachment(tx, viewer, id)
    const { name, mediaType, sha256, internal } = found
    if (internal) {
      const event = { kind: 'attachmentRead', internal, details: { name: '' } } as const
      await record(tx, { viewer, grant }, place, event)
    }
    // Who records a reading does not read the list of readings: nothing is asked back.
    await tx.attachmentRead.createMany({
      data: {
        id: newId(),
        caseId: place.caseId,
        attachmentId: id,
        readerId: viewer.userId,
        readerName: signature({ viewer, grant }),
        organisationName: grant.organisationName,
        role: grant.role,
      },
    })
    return { name, mediaType, sha256, remade: found.thumbnailSha256 !== null }
  })
}

/** The small picture of a file, behind the same gates; looking at a list is no reading. */
export function readThumbnail(viewer: Viewer, id: string): Promise<string> {
  return read(viewer, async (tx) => {
    const { thumbnailSha256, internal } = (await openAttachment(tx, viewer, id)).found
    if (!thumbnailSha256 || internal) throw new NotFound()
    return thumbnailSha256
  })
}

async function openAttachment(tx: Tx, viewer: Viewer, id: string) {
  const found = await tx.attachment.findFirst({
    where: { AND: [visibleAttachments(viewer), { id }] },
    select: {
      ...{ name: true, mediaType: true, sha256: true, thumbnailSha256: true, internal: true },
      ...{ caseId: true, countyId: true, townshipId: true },
    },
  })
  if (!found) throw new NotFound()
  const { caseId, countyId, townshipId } = found
  const place = { caseId, countyId, townshipId }
  return { found, place, grant: authorize(viewer, 'case.documents', place) }
}
