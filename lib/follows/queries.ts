import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'

/** Which of these cases the viewer follows: one statement. */
export async function followedOf(tx: Tx, viewer: Viewer, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  const rows = await tx.follow.findMany({
    where: { userId: viewer.userId, caseId: { in: [...caseIds] } },
    select: { caseId: true },
  })
  return rows.map((row) => row.caseId)
}
