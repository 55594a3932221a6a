import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'
import { Conflict } from '@/lib/errors'
import type { SubjectKind } from '@/prisma/generated/enums'

/** What a sender learns of a file; `repeated` when the same had arrived before. */
export type StoredAttachment = {
  id: string
  name: string
  mediaType: string
  bytes: number
  repeated: boolean
}

type Sent = { kind: SubjectKind; id: string; caseId: string; sentSha256: string }

/** What is stored under an id already: the same file of the same person, or a conflict. */
export async function findStored(
  tx: Tx,
  viewer: Viewer,
  id: string,
  sent: Sent,
): Promise<StoredAttachment | undefined> {
  const found = await tx.attachment.findUnique({
    where: { id },
    select: {
      ...{ id: true, name: true, mediaType: true, bytes: true, sentSha256: true },
      ...{ caseId: true, subjectKind: true, subjectId: true, uploadedById: true },
    },
  })
  if (!found) return undefined
  const { name, mediaType, bytes } = found
  const same =
    found.uploadedById === viewer.userId &&
    found.sentSha256 === sent.sentSha256 &&
    found.caseId === sent.caseId &&
    found.subjectKind === sent.kind &&
    found.subjectId === sent.id
  if (!same) throw new Conflict('attachmentIdTaken', { field: 'id' })
  return { id, name, mediaType, bytes, repeated: true }
}
