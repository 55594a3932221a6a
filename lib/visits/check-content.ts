import 'server-only'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'
import { entryIssues, strayed } from '@/lib/entries/check-entry'
import type { EnteredCase } from '@/lib/entries/select'
import { InvalidInput } from '@/lib/errors'
import type { VisitContent } from './schema'

type Given = { kase: EnteredCase; grant: Grant }

/** Refuses what the data do not bear out, every field at once: the day, links, companions. */
export async function checkContent(
  tx: Tx,
  viewer: Viewer,
  given: Given,
  content: VisitContent,
): Promise<void> {
  const { day, taskDueOn, companionIds } = content
  const issues = [
    ...(await entryIssues(tx, viewer, given, content)),
    ...(taskDueOn && taskDueOn < day ? [{ field: 'taskDueOn', code: 'visitTaskTooEarly' }] : []),
    ...(await strayed('companionIds', companionIds, () =>
      tx.user.count({ where: { countyId: viewer.countyId, id: { in: companionIds } } }),
    )),
  ]
  if (issues.length > 0) throw new InvalidInput(issues)
}
