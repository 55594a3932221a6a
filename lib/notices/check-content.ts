import 'server-only'
import { visibleFindings } from '@/lib/access/scope-supervision'
import type { Viewer } from '@/lib/access/viewer-types'
import { fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { addresseeKinds } from './rules'
import type { NoticeContent } from './schema'

type Issue = { field: string; code: string }

/**
 * What the data do not bear out of a draft, every field at once: its addressee and the organisations
 * copied are of the county, its day lies ahead, its findings are open ones of the same village.
 */
export async function checkContent(
  tx: Tx,
  viewer: Viewer,
  villageId: string | null,
  content: NoticeContent,
) {
  const issues: Issue[] = []
  const organisation = {
    countyId: viewer.countyId,
    active: true,
    kind: { in: [...addresseeKinds] },
  }
  const addressee = await tx.organisation.findFirst({
    where: { id: content.addresseeId, ...organisation },
    select: { id: true, name: true },
  })
  if (!addressee) issues.push({ field: 'addresseeId', code: 'noticeAddresseeElsewhere' })
  const copiedIds = content.copiedIds.filter((id) => id !== content.addresseeId)
  const copied = copiedIds.length
    ? await tx.organisation.count({ where: { id: { in: copiedIds }, ...organisation } })
    : 0
  if (copied < copiedIds.length)
    issues.push({ field: 'copiedIds', code: 'noticeAddresseeElsewhere' })
  if (content.dueOn < viewer.today) issues.push({ field: 'dueOn', code: 'dateInPast' })
  const findings = await findingsOf(tx, viewer, content.findingIds)
  const strayed = findings.some((one) => villageId !== null && one.villageId !== villageId)
  if (strayed || findings.length < content.findingIds.length) {
    issues.push({ field: 'findingIds', code: 'noticeFindingElsewhere' })
  }
  if (issues.length > 0 || !addressee) throw new InvalidInput(issues)
  return { addressee, copiedIds, checkIds: checksOf(findings) }
}

/** Open findings in scope. */
export function findingsOf(tx: Tx, viewer: Viewer, ids: readonly string[]) {
  return tx.finding.findMany({
    where: { AND: [visibleFindings(viewer), { id: { in: [...ids] }, state: 'OPEN' }] },
    select: { id: true, villageId: true, caseId: true, spotCheckId: true },
  })
}

/** The checks that findings come from, each once. */
export function checksOf(findings: readonly { spotCheckId: string | null }[]): string[] {
  return [...new Set(findings.flatMap(({ spotCheckId }) => spotCheckId ?? []))].sort()
}

/** The county leader linked to the village of a case today, by whom 抄送 is meant. */
export async function linkedLeader(tx: Tx, viewer: Viewer, caseId: string | null) {
  if (!caseId) return null
  const row = await tx.assignment.findFirst({
    where: {
      ...{ caseId, slot: 'COUNTY_LEADER' as const, toOn: null },
      fromOn: { lte: fromDay(viewer.today) },
    },
    orderBy: { fromOn: 'desc' },
    select: { userId: true, personName: true },
  })
  if (!row) return null
  const account = row.userId
    ? await tx.user.findUnique({ where: { id: row.userId }, select: { name: true } })
    : null
  const name = account?.name ?? row.personName
  return name ? { id: row.userId, name } : null
}
