import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { openCases } from '@/lib/access/scope'
import { visibleFindings, visibleMaterialRequests } from '@/lib/access/scope-supervision'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { findingLine, listedFinding } from '@/lib/findings/select'
import { pageOfChecks } from './list-queries'
import { listedRequest, requestLine } from './material-select'

/** The tab 督查与测评 of a case: its checks, findings and requests for material in scope. */
export const readCaseSupervision = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [openCases(viewer), { id: caseId }] },
      select: { id: true, countyId: true, townshipId: true },
    })
    if (!kase) throw new NotFound()
    const subject = subjectOf(kase)
    authorize(viewer, 'case.timeline', subject)
    const findings = await tx.finding.findMany({
      where: { AND: [visibleFindings(viewer), { caseId, state: { not: 'WITHDRAWN' } }] },
      orderBy: { id: 'desc' },
      take: 50,
      select: listedFinding,
    })
    const requests = await tx.materialRequest.findMany({
      where: { AND: [visibleMaterialRequests(viewer), { caseId }] },
      orderBy: { id: 'desc' },
      take: 50,
      select: listedRequest,
    })
    return {
      ...(await pageOfChecks(tx, viewer, { case: caseId }, 20)),
      findings: findings.map(findingLine),
      requests: requests.map(requestLine),
      mayAnswer: can(viewer, 'material.answer', subject),
    }
  })
