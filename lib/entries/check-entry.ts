import 'server-only'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import { type Day, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { ErrorParams } from '@/lib/errors'
import { dayIssue } from './rules'
import type { EnteredCase } from './select'

export type EntryIssue = { field: string; code: string; params?: ErrorParams }
type Given = { kase: EnteredCase; grant: Grant }
type Content = { day: Day; problemIds: string[]; measureIds: string[] }

/** What the data do not bear out of any entry, every field at once: its day, and its links. */
export async function entryIssues(
  tx: Tx,
  viewer: Viewer,
  { kase, grant }: Given,
  { day, problemIds, measureIds }: Content,
): Promise<EntryIssue[]> {
  const wrongDay = dayIssue(day, {
    today: viewer.today,
    period: { from: toDay(kase.proposedOn), to: kase.closedOn && toDay(kase.closedOn) },
    terms: await termsOf(tx, viewer, grant),
  })
  const caseId = kase.id
  return [
    ...(wrongDay ? [{ field: 'day', ...wrongDay }] : []),
    ...(await strayed('problemIds', problemIds, () =>
      tx.problem.count({ where: { caseId, id: { in: problemIds } } }),
    )),
    ...(await strayed('measureIds', measureIds, () =>
      tx.measure.count({ where: { caseId, id: { in: measureIds } } }),
    )),
  ]
}

/** One issue where not everything that was chosen is found. */
export async function strayed(
  field: string,
  wanted: readonly string[],
  count: () => Promise<number>,
): Promise<EntryIssue[]> {
  return wanted.length > 0 && (await count()) < wanted.length
    ? [{ field, code: 'entryLinkElsewhere' }]
    : []
}

/** The confirmed appointments of the author to the role and organisation they write under. */
async function termsOf(tx: Tx, viewer: Viewer, { role, organisationId }: Grant) {
  const rows = await tx.appointment.findMany({
    where: { userId: viewer.userId, role, organisationId, confirmedAt: { not: null } },
    select: { fromOn: true, toOn: true },
  })
  return rows.map(({ fromOn, toOn }): { from: Day; to: Day | null } => ({
    from: toDay(fromOn),
    to: toOn && toDay(toOn),
  }))
}
