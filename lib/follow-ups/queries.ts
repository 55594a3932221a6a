import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { workingCase } from '@/lib/cases/select'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { shownFollowUp } from './select'

/** The follow-ups of a case for whoever records them. */
export const readFollowUps = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: {
        ...workingCase,
        followUps: { orderBy: { dueOn: 'asc' }, select: shownFollowUp },
      },
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'followUp.record', subjectOf(kase))
    return kase
  })
