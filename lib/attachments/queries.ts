import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { workingCase } from '@/lib/cases/select'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'
import { filesWhere } from './list-queries'

const columns = {
  ...workingCase,
  decisions: {
    orderBy: [{ decidedOn: 'asc' }, { createdAt: 'asc' }],
    select: { id: true, purpose: true, step: true, body: true, decidedOn: true },
  },
  plans: {
    where: { status: { in: ['SUBMITTED', 'APPROVED', 'SUPERSEDED'] } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, status: true },
  },
  measures: { orderBy: { number: 'asc' }, select: { id: true, number: true, title: true } },
  acceptances: {
    orderBy: [{ openedOn: 'asc' }, { id: 'asc' }],
    select: { id: true, level: true, round: true },
  },
  closures: { orderBy: { id: 'asc' }, select: { id: true, number: true } },
  followUps: {
    where: { doneOn: { not: null } },
    orderBy: { dueOn: 'asc' },
    select: { id: true, month: true },
  },
} satisfies Prisma.CaseSelect

/**
 * The tab 材料: every scan of a case the viewer may read, and the records it may be added to.
 * Leaders see it of linked villages only.
 */
export const readDocuments = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: columns,
    })
    if (!kase) throw new NotFound()
    const subject = subjectOf(kase)
    authorize(viewer, 'case.documents', subject)
    const addable =
      !kase.paused && kase.stage !== 'NOT_CONFIRMED' && can(viewer, 'attachment.add', subject)
    const isOffice = can(viewer, 'internal.write', subject)
    return {
      kase,
      files: await filesWhere(tx, viewer, { caseId }),
      addable,
      /** County office and township: every record, and the 内部 mark. */
      isOffice,
    }
  })
