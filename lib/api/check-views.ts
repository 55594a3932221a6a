import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import { pageOfFindings, readFinding } from '@/lib/findings/queries'
import type { FindingLine } from '@/lib/findings/select'
import { type CheckLine, pageOfChecks } from '@/lib/spot-checks/list-queries'
import { readSpotCheck } from '@/lib/spot-checks/queries'
import type { checkOperations } from './check-operations'

type Answer<K extends keyof typeof checkOperations> = z.input<(typeof checkOperations)[K]['answer']>

function checkView(row: CheckLine) {
  const { id, caseId, method, state, dueOn, visitedOn, submittedOn, conclusion, findings } = row
  return {
    ...{ id, caseId, method, state, dueOn, visitedOn, submittedOn, conclusion, findings },
    township: row.townshipId,
    village: row.village.name,
    inspectors: row.inspectorNames,
  }
}

function findingView(row: FindingLine) {
  const { id, caseId, spotCheckId, origin, kind, gravity, text, evidence, source } = row
  const { foundOn, sentOn, state, settlement, version } = row
  return {
    ...{ id, caseId, spotCheckId, origin, kind, gravity, text, evidence, source },
    ...{ foundOn, sentOn, state, settlement, version },
    township: row.townshipId,
    village: row.village.name,
    measureId: row.measure?.id ?? null,
  }
}

type AskedChecks = z.output<typeof checkOperations.listSpotChecks.query>

/** A page of spot checks in scope; the cursor is the id of the last one. */
export const apiChecks = (viewer: Viewer, { limit, cursor, ...asked }: AskedChecks) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'spotCheck.read')
    const { checks, nextCursor } = await pageOfChecks(
      tx,
      viewer,
      { ...asked, after: cursor },
      limit,
    )
    return { items: checks.map(checkView), nextCursor }
  })

/** One spot check as its page shows it to this viewer. */
export async function apiCheck(viewer: Viewer, id: string): Promise<Answer<'readSpotCheck'>> {
  const { check, sheet, reports, findings, requests, maySubmit, mayCorrect } = await readSpotCheck(
    viewer,
    id,
  )
  const standing = findings.filter(({ state }) => state !== 'WITHDRAWN').length
  const conclusion = reports[0]?.conclusion ?? null
  return {
    ...checkView({ ...check, conclusion, findings: standing }),
    sheet,
    reports: reports.map(({ authorName: author, ...report }) => ({
      ...{ id: report.id, number: report.number, visitedOn: report.visitedOn, author },
      ...{ conclusion: report.conclusion, answers: report.answers },
      ...{ summary: report.summary, reason: report.reason },
    })),
    found: findings.map(findingView),
    materials: requests.map(
      ({ id: requestId, what, gap, state, requestedOn, answer, version }) => ({
        ...{ id: requestId, what, gap, state, requestedOn, answer, version },
      }),
    ),
    ...{ maySubmit, mayCorrect, version: check.version },
  }
}

type AskedFindings = z.output<typeof checkOperations.listFindings.query>

/** A page of findings in scope; the cursor is the id of the last one. */
export const apiFindings = (viewer: Viewer, { limit, cursor, ...asked }: AskedFindings) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'finding.read')
    const page = await pageOfFindings(tx, viewer, { ...asked, after: cursor }, limit)
    return { items: page.findings.map(findingView), nextCursor: page.nextCursor }
  })

/** One finding as its page shows it to this viewer. */
export const apiFinding = async (viewer: Viewer, id: string) =>
  findingView((await readFinding(viewer, id)).finding)
