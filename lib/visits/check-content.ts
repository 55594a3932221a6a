import 'server-only'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import { type Day, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { dayIssue } from './rules'
import type { VisitContent } from './schema'
import type { VisitedCase } from './select'

type Given = { kase: VisitedCase; grant: Grant }

/** Refuses what the data do not bear out, every field at once: the day, links, companions. */
export async function checkContent(
  tx: Tx,
  viewer: Viewer,
  { kase, grant }: Given,
  content: VisitContent,
): Promise<void> {
  const { day, taskDueOn, problemIds, measureIds, companionIds } = content
  const wrongDay = dayIssue(day, {
    today: viewer.today,
    period: { from: toDay(kase.proposedOn), to: kase.closedOn && toDay(kase.closedOn) },
    terms: await termsOf(tx, viewer, grant),
  })
  const caseId = kase.id
  const strayed = async (field: string, wanted: string[], count: () => Promise<number>) =>
    wanted.length > 0 && (await count()) < wanted.length
      ? [{ field, code: 'visitLinkElsewhere' }]
      : []
  const issues = [
    ...(wrongDay ? [{ field: 'day', ...wrongDay }] : []),
    ...(taskDueOn && taskDueOn < day ? [{ field: 'taskDueOn', code: 'visitTaskTooEarly' }] : []),
    ...(await strayed('problemIds', problemIds, () =>
      tx.problem.count({ where: { caseId, id: { in: problemIds } } }),
    )),
    ...(await strayed('measureIds', measureIds, () =>
      tx.measure.count({ where: { caseId, id: { in: measureIds } } }),
    )),
    ...(await strayed('companionIds', companionIds, () =>
      tx.user.count({ where: { countyId: viewer.countyId, id: { in: companionIds } } }),
    )),
  ]
  if (issues.length > 0) throw new InvalidInput(issues)
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
