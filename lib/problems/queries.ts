import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { kindsInForce } from '@/lib/cases/candidate-queries'
import { subjectOf } from '@/lib/cases/open-case'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'

/** The form for a further problem of a case: the case, and the kinds of the dictionary in force. */
export const readNewProblem = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { id: true, countyId: true, townshipId: true, stage: true, paused: true },
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'problem.edit', subjectOf(kase))
    return { kase, kinds: await kindsInForce(tx, viewer) }
  })
