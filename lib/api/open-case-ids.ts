import 'server-only'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'

/** Which of the cases that these rows belong to are open to the viewer. */
export async function openCaseIds(
  tx: Tx,
  viewer: Viewer,
  rows: readonly { caseId: string }[],
): Promise<ReadonlySet<string>> {
  const open = await tx.case.findMany({
    where: { AND: [visibleCases(viewer), { id: { in: rows.map(({ caseId }) => caseId) } }] },
    select: { id: true },
  })
  return new Set(open.map(({ id }) => id))
}
