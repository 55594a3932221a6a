import 'server-only'
import { visibleAttachments } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'
import { listedAttachment, type Twin } from './select'
import { withdrawnAmong } from './withdrawn'

type Photo = {
  id: string
  subjectId: string
  mediaType: string
  sha256: string
  sentSha256: string
}

/** The same picture: as it is kept, or as it was sent. */
export const isSame = (one: Photo, other: Photo) =>
  one.sha256 === other.sha256 || one.sentSha256 === other.sentSha256

/** Photos with any of these hashes, in the county; those of records taken back are left out. */
export async function photosLike(
  tx: Tx,
  viewer: Viewer,
  photos: readonly Omit<Photo, 'id' | 'subjectId' | 'mediaType'>[],
) {
  const like = {
    mediaType: { startsWith: 'image/' },
    OR: [
      { sha256: { in: photos.map(({ sha256 }) => sha256) } },
      { sentSha256: { in: photos.map(({ sentSha256 }) => sentSha256) } },
    ],
  }
  const rows = await tx.attachment.findMany({
    where: { AND: [visibleAttachments(viewer), like] },
    orderBy: { id: 'asc' },
    take: 1_000,
    select: { ...listedAttachment, case: { select: { village: { select: { name: true } } } } },
  })
  const withdrawn = await withdrawnAmong(tx, viewer, rows)
  return rows.filter(({ subjectId }) => !withdrawn.has(subjectId))
}

type Found = Awaited<ReturnType<typeof photosLike>>[number]

export function twinOf({ case: kase, ...row }: Found): Twin {
  const { id, caseId, subjectKind, subjectId, uploadedByName, createdAt } = row
  const villageName = kase.village.name
  return { id, caseId, subjectKind, subjectId, villageName, uploadedByName, createdAt }
}

/** For each photo the other records that carry it too. */
export async function twinsOf(
  tx: Tx,
  viewer: Viewer,
  files: readonly Photo[],
): Promise<Map<string, Twin[]>> {
  const photos = files.filter(({ mediaType }) => mediaType.startsWith('image/'))
  if (photos.length === 0) return new Map()
  const found = await photosLike(tx, viewer, photos)
  return new Map(
    photos.map((photo) => [
      photo.id,
      found
        .filter((other) => other.subjectId !== photo.subjectId && isSame(photo, other))
        .map(twinOf),
    ]),
  )
}
