import 'server-only'
import { selvesOf } from '@/lib/access/viewer-types'
import type { Actor } from '@/lib/audit/record'
import { compareDays, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput, RuleBroken } from '@/lib/errors'
import { villagesToCheck } from './conflict-facts'
import { conflictMessages, conflictsOf } from './conflict-rules'
import type { CorrectCheck, Found, SubmitCheck } from './schema'
import type { WorkingCheck } from './select'
import { type Answers, answersTo, type Sheet } from './sheet'

type Issue = { field: string; code: string; params?: Record<string, string | number> }

/** The answers as the sheet types them. Refuses what the data do not bear out, every field at once. */
export async function checkReport(
  tx: Tx,
  actor: Actor,
  check: WorkingCheck,
  input: SubmitCheck | CorrectCheck,
): Promise<Answers> {
  const answers = answersTo(check.sheet as Sheet).safeParse(input.answers)
  const issues: Issue[] = [
    ...dayIssues(input.visitedOn, actor.viewer.today, toDay(check.assignedOn)),
    ...(answers.success ? [] : answers.error.issues.map(answerIssue)),
    ...(await measureIssues(tx, check, input.findings)),
  ]
  if ('conclusion' in input) issues.push(...conclusionIssues(input))
  if (issues.length > 0 || !answers.success) throw new InvalidInput(issues)
  return answers.data
}

function dayIssues(day: string, today: string, assigned: string): Issue[] {
  if (compareDays(day, today) > 0) return [{ field: 'visitedOn', code: 'dateInFuture' }]
  return compareDays(day, assigned) < 0
    ? [{ field: 'visitedOn', code: 'checkDayBefore', params: { from: assigned } }]
    : []
}

function answerIssue({ path, message }: { path: PropertyKey[]; message: string }): Issue {
  const code = message === 'sheetOptionUnknown' ? message : 'sheetAnswer'
  return { field: ['answers', ...path].join('.'), code }
}

function conclusionIssues({ conclusion, findings }: SubmitCheck): Issue[] {
  if (conclusion === 'PROBLEMS' && findings.length === 0) {
    return [{ field: 'findings', code: 'checkFindingsMissing' }]
  }
  return conclusion === 'NO_PROBLEM' && findings.length > 0
    ? [{ field: 'conclusion', code: 'checkFindingsTooMany' }]
    : []
}

async function measureIssues(tx: Tx, { caseId }: WorkingCheck, findings: readonly Found[]) {
  const wanted = findings.flatMap(({ measureId }) => measureId ?? [])
  if (wanted.length === 0) return []
  const known = caseId
    ? await tx.measure.findMany({ where: { caseId, id: { in: wanted } }, select: { id: true } })
    : []
  return findings.flatMap(({ measureId }, index): Issue[] =>
    measureId && !known.some(({ id }) => id === measureId)
      ? [{ field: `findings.${index}.measureId`, code: 'findingMeasureElsewhere' }]
      : [],
  )
}

/**
 * The same conflicts as at the assignment, with what has come about since: another township, unit or
 * village, or another check of this village that the same inspector submitted meanwhile.
 */
export async function refuseOwnConflict(
  tx: Tx,
  { viewer, grant }: Actor,
  check: WorkingCheck,
): Promise<void> {
  const [village] = await villagesToCheck(tx, viewer, [check.villageId])
  if (!village) return
  const since = await tx.spotCheck.count({
    where: {
      villageId: check.villageId,
      id: { not: check.id, in: (viewer.checks ?? []).map(({ spotCheckId }) => spotCheckId) },
      submittedOn: { gte: fromDay(toDay(check.assignedOn)) },
    },
  })
  const me = grant?.standsInFor?.userId ?? viewer.userId
  const facts = { ...village, lastInspectorIds: since > 0 ? [me] : [] }
  const organisationIds = viewer.grants.map(({ organisationId }) => organisationId)
  const townshipIds = viewer.grants.flatMap(({ townshipId }) => townshipId ?? [])
  const codes = selvesOf(viewer)
    .filter((id) => id === me || id === viewer.userId)
    .flatMap((id) => conflictsOf({ id, organisationIds, townshipIds }, facts))
  if (codes.length === 0) return
  const params = { inspector: viewer.name, village: village.name }
  const reasons = [...new Set(codes)].map((code) => ({ code: conflictMessages[code], params }))
  throw new RuleBroken('inspectorConflict', {}, reasons)
}
