import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { workingCase } from '@/lib/cases/select'
import { toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'

/** The exceptions of a case (例外事项) with the meeting each rests on, oldest first. */
export async function listExceptions(tx: Tx, caseId: string) {
  const rows = await tx.criterionException.findMany({
    where: { caseId },
    orderBy: { recordedOn: 'asc' },
    select: {
      criterion: true,
      reason: true,
      decision: { select: { body: true, decidedOn: true, documentNo: true } },
    },
  })
  return rows.map(({ criterion, reason, decision }) => ({
    criterion,
    reason,
    body: decision.body,
    documentNo: decision.documentNo,
    decidedOn: toDay(decision.decidedOn),
  }))
}

/** The form for recording an exception: what the batch uses and what is excepted already. */
export const readException = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: workingCase,
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'exception.record', subjectOf(kase))
    const ruleSet = kase.batch
      ? ruleSetOf(kase.batch.ruleSet)
      : await newestRuleSet(tx, kase.countyId)
    return { kase, ruleSet, exceptions: await listExceptions(tx, caseId) }
  })
