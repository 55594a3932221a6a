import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import type { Twin } from './select'
import { isSame, photosLike, twinOf } from './twins'

/** Photos used more than once that are looked at together. */
const most = 100

/** One photo on several records. */
export type SharedPhoto = { pictured: string | null; uses: Twin[] }

/** The photos that stand on more than one record, the latest used first: for the county office. */
export function readSharedPhotos(viewer: Viewer): Promise<SharedPhoto[]> {
  return read(viewer, async (tx) => {
    authorize(viewer, 'attachment.oversee')
    const hashes = await tx.$queryRaw<{ sha256: string; sentSha256: string }[]>`
      SELECT max(sha256) AS "sha256", max(sent_sha256) AS "sentSha256" FROM (
          SELECT sha256, sent_sha256, subject_id, created_at, sha256 AS same FROM attachments
            WHERE county_id = ${viewer.countyId} AND media_type LIKE 'image/%'
          UNION ALL
          SELECT sha256, sent_sha256, subject_id, created_at, sent_sha256 FROM attachments
            WHERE county_id = ${viewer.countyId} AND media_type LIKE 'image/%') AS photos
        GROUP BY same HAVING count(DISTINCT subject_id) > 1
        ORDER BY max(created_at) DESC LIMIT ${most}`
    if (hashes.length === 0) return []
    const rest = new Set(await photosLike(tx, viewer, hashes))
    const groups: SharedPhoto[] = []
    for (const photo of [...rest].reverse()) {
      if (!rest.has(photo)) continue
      const uses = [...rest].filter((other) => isSame(photo, other))
      for (const use of uses) rest.delete(use)
      if (new Set(uses.map(({ subjectId }) => subjectId)).size < 2) continue
      const pictured = uses.find(({ thumbnailSha256 }) => thumbnailSha256)?.id ?? null
      groups.push({ pictured, uses: uses.map(twinOf) })
    }
    return groups
  })
}
