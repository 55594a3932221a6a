import 'server-only'
import { authorize } from '@/lib/access/policy'
import { opensCase, visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { latestEvents } from '@/lib/audit/timeline-queries'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { questionsOn } from '@/lib/findings/question-queries'
import { readInternal } from '@/lib/internal-notes/queries'
import { stillReserve } from '@/lib/leading-team/rules'
import type { Prisma } from '@/prisma/generated/client'
import { subjectOf } from './open-case'

const overview = {
  id: true,
  countyId: true,
  townshipId: true,
  stage: true,
  paused: true,
  proposal: true,
  proposedOn: true,
  sourceDocument: true,
  previousCaseId: true,
  village: {
    select: {
      id: true,
      households: true,
      population: true,
      partyMembers: true,
      partyGroups: true,
      collectiveIncome: true,
      withoutIncome: true,
      _count: { select: { reserves: { where: stillReserve } } },
      factsOn: true,
      posts: {
        orderBy: { position: 'asc' },
        select: { id: true, title: true, holderName: true },
      },
    },
  },
  problems: {
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      category: true,
      title: true,
      cause: true,
      evidence: true,
      status: true,
      solution: true,
      verification: true,
      kind: { select: { titleZh: true, titleEn: true } },
    },
  },
  measures: {
    orderBy: { number: 'asc' },
    select: {
      move: true,
      status: true,
      percent: true,
      yellowOn: true,
      redOn: true,
    },
  },
  assignments: {
    where: { toOn: null },
    orderBy: { slot: 'asc' },
    select: {
      id: true,
      slot: true,
      personName: true,
      personPost: true,
      fromOn: true,
      toOn: true,
      organisation: { select: { name: true } },
    },
  },
  decisions: {
    orderBy: [{ decidedOn: 'asc' }, { createdAt: 'asc' }],
    select: {
      id: true,
      purpose: true,
      step: true,
      body: true,
      decidedOn: true,
      documentNo: true,
      result: true,
    },
  },
  exceptions: {
    select: {
      criterion: true,
      reason: true,
      decision: { select: { body: true, decidedOn: true, documentNo: true } },
    },
  },
  closures: {
    where: { annulledOn: null },
    orderBy: { closedOn: 'desc' },
    take: 1,
    select: { number: true, basis: true, summary: true, closedOn: true },
  },
  followUps: {
    orderBy: { month: 'asc' },
    select: {
      id: true,
      month: true,
      dueOn: true,
      doneOn: true,
      result: true,
      yellowOn: true,
      redOn: true,
    },
  },
} satisfies Prisma.CaseSelect

export type OverviewRow = Prisma.CaseGetPayload<{ select: typeof overview }>

/** The overview of a case: five statements. */
export const readOverview = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: overview,
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'case.read', subjectOf(kase))
    const linked = await tx.case.findMany({
      where: {
        AND: [
          visibleCases(viewer),
          { OR: [{ id: kase.previousCaseId ?? caseId }, { previousCaseId: caseId }] },
          { id: { not: caseId } },
        ],
      },
      orderBy: { proposedOn: 'asc' },
      select: { id: true, stage: true, proposedOn: true, closedOn: true },
    })
    return {
      kase,
      linked,
      internal: await readInternal(tx, caseId),
      questions: await questionsOn(tx, viewer, { caseId }),
      events: opensCase(viewer, kase) ? await latestEvents(tx, caseId, 6) : null,
    }
  })

export type Overview = Awaited<ReturnType<typeof readOverview>>
