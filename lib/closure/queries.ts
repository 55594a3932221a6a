import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { caseForVerb } from '@/lib/cases/exceptional-queries'
import { readGate } from '@/lib/cases/gate-facts'
import { subjectOf } from '@/lib/cases/open-case'
import { workingCase } from '@/lib/cases/select'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { listExceptions } from '@/lib/exceptions/queries'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import { printedSurvey } from '@/lib/surveys/select'
import type { Prisma } from '@/prisma/generated/client'

/** What closing shows: the gate as it stands, and the chain of decisions the rule set asks for. */
export const readClosing = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const found = await caseForVerb(tx, viewer, caseId, 'close')
    const { kase } = found
    const ruleSet = kase.batch
      ? ruleSetOf(kase.batch.ruleSet)
      : await newestRuleSet(tx, kase.countyId)
    return {
      ...found,
      steps: ruleSet.decisions.closing,
      items: await readGate(tx, caseId, 'closing', ruleSet, viewer.today),
      exceptions: await listExceptions(tx, caseId),
    }
  })

const formColumns = {
  ...workingCase,
  village: {
    select: {
      name: true,
      organisationType: true,
      factsOn: true,
      posts: { where: { title: 'SECRETARY' }, select: { holderName: true } },
    },
  },
  problems: {
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      title: true,
      category: true,
      status: true,
      solution: true,
      verifiedByName: true,
      verifiedOn: true,
      kind: { select: { titleZh: true, titleEn: true } },
    },
  },
  assignments: {
    where: { toOn: null },
    select: {
      slot: true,
      personName: true,
      personPost: true,
      organisation: { select: { name: true } },
    },
  },
  acceptances: {
    where: { status: 'PASSED' },
    orderBy: { round: 'desc' },
    select: { level: true, total: true, grade: true, decidedOn: true },
  },
  decisions: {
    where: { purpose: { in: ['CONFIRMATION', 'CLOSING'] } },
    orderBy: [{ decidedOn: 'asc' }, { createdAt: 'asc' }],
    select: { purpose: true, step: true, body: true, decidedOn: true, documentNo: true },
  },
  surveyResults: { where: { published: true }, orderBy: { number: 'desc' }, select: printedSurvey },
  closures: { where: { annulledOn: null }, orderBy: { id: 'desc' }, take: 1 },
} satisfies Prisma.CaseSelect

/** Everything the 销号审批表 prints; before the closing its number and date are still blank. */
export const readApprovalForm = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: formColumns,
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'case.read', subjectOf(kase))
    // The last published round of each kind is the one that counts.
    const surveys = (['MEETING', 'HOUSEHOLD'] as const).flatMap(
      (kind) => kase.surveyResults.find((one) => one.kind === kind) ?? [],
    )
    return { kase, surveys, exceptions: await listExceptions(tx, caseId) }
  })
