import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { subjectOf } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { instructionsOfCase } from '@/lib/instructions/queries'
import { requestsOfCase } from './queries'

/** Requests and instructions of a case; instructions only to whom its records are open. */
export const readLetters = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { id: true, countyId: true, townshipId: true, stage: true, paused: true },
    })
    if (!kase) throw new NotFound()
    const subject = subjectOf(kase)
    authorize(viewer, 'case.read', subject)
    const open = isListed(kase.stage) && isOpen(kase.stage) && !kase.paused
    return {
      requests: await requestsOfCase(tx, viewer, caseId),
      instructions: can(viewer, 'instruction.read', subject)
        ? await instructionsOfCase(tx, viewer, caseId)
        : null,
      mayRaise: open && can(viewer, 'coordination.raise', subject),
      mayInstruct: open && can(viewer, 'instruction.record', subject),
    }
  })
