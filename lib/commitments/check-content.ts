import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'
import { strayed } from '@/lib/entries/check-entry'
import { InvalidInput } from '@/lib/errors'
import type { CommitmentContent } from './schema'

/** Refuses what the data do not bear out, every field at once: the day, and the links. */
export async function checkContent(
  tx: Tx,
  viewer: Viewer,
  caseId: string | null,
  { dueOn, problemIds, measureIds }: CommitmentContent,
): Promise<void> {
  // Without a case there is nothing to link to.
  const of = { caseId: caseId ?? '00000000-0000-0000-0000-000000000000' }
  const issues = [
    ...(dueOn < viewer.today ? [{ field: 'dueOn', code: 'dateInPast' }] : []),
    ...(await strayed('problemIds', problemIds, () =>
      tx.problem.count({ where: { ...of, id: { in: problemIds } } }),
    )),
    ...(await strayed('measureIds', measureIds, () =>
      tx.measure.count({ where: { ...of, id: { in: measureIds } } }),
    )),
  ]
  if (issues.length > 0) throw new InvalidInput(issues)
}
