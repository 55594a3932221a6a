import 'server-only'
import { cache } from 'react'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { subjectOf } from './open-case'
import { workingCase } from './select'

/**
 * The case a page is about, read once per request; layout and page share it. Throws `NotFound`
 * outside the viewer's scope.
 */
export const readCase = cache((viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: workingCase,
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'case.read', subjectOf(kase))
    return kase
  }),
)
