import 'server-only'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'
import { type EntryIssue, entryIssues } from '@/lib/entries/check-entry'
import type { EnteredCase } from '@/lib/entries/select'
import { InvalidInput } from '@/lib/errors'
import { fundsIssues } from './check-funds'
import { discussionIssues } from './discussion-rules'
import { ruleSetOfCase } from './open-record'
import type { RecordContent } from './schema'

type Given = { kase: EnteredCase; grant: Grant; recordId: string }

/** Refuses what the data and the rules do not bear out, every field at once. */
export async function checkRecord(
  tx: Tx,
  viewer: Viewer,
  given: Given,
  content: RecordContent,
): Promise<void> {
  const issues = [
    ...(await entryIssues(tx, viewer, given, content)),
    ...(await kindIssues(tx, viewer, given, content)),
  ]
  if (issues.length > 0) throw new InvalidInput(issues)
}

/** The rules of the kind at hand. */
async function kindIssues(
  tx: Tx,
  viewer: Viewer,
  { kase, recordId }: Given,
  content: RecordContent,
): Promise<EntryIssue[]> {
  const { day } = content
  switch (content.kind) {
    case 'SECRETARY_ADJUSTED': {
      const { jointReviewOn, filedOn } = content.detail
      return [
        ...(jointReviewOn && jointReviewOn > day
          ? [{ field: 'detail.jointReviewOn', code: 'jointReviewAfter' }]
          : []),
        ...(filedOn && filedOn > viewer.today
          ? [{ field: 'detail.filedOn', code: 'dateInFuture' }]
          : []),
      ]
    }
    case 'FOUR_DISCUSSIONS': {
      const { fourDiscussions } = await ruleSetOfCase(tx, kase.id)
      const ahead = (['decisionPublishedOn', 'resultPublishedOn'] as const).filter(
        (name) => (content.detail[name] ?? '') > viewer.today,
      )
      return [
        ...discussionIssues(content.detail, day, fourDiscussions),
        ...ahead.map((name) => ({ field: `detail.${name}`, code: 'dateInFuture' })),
      ]
    }
    case 'FUNDS':
      return fundsIssues(tx, { kase, recordId }, content.detail)
    default:
      return []
  }
}
