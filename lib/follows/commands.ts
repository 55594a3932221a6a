import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { transaction } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { followInput } from './schema'

/**
 * 关注: keeps an eye on a case in the viewer's scope, or no longer; the same again changes nothing.
 * How a person arranges their desk is no fact of the case, so there is no event.
 */
export function setFollow(viewer: Viewer, { caseId, follow }: z.infer<typeof followInput>) {
  return transaction(viewer, async (tx) => {
    const { userId } = viewer
    if (follow === 'off') {
      await tx.follow.deleteMany({ where: { userId, caseId } })
      return
    }
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { id: true, countyId: true, townshipId: true },
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'case.read', { ...kase, caseId })
    await tx.follow.createMany({ data: { userId, caseId }, skipDuplicates: true })
  })
}
