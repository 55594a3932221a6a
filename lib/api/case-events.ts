import 'server-only'
import { authorize } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import { sealed, sealedColumns } from '@/lib/audit/stored-events'
import { subjectOf } from '@/lib/cases/open-case'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'

/**
 * The events of a case from the first on, with their hashes, as far as the viewer sees them. The
 * cursor is the sequence number of the last event of the page before.
 */
export const readSealedTimeline = (
  viewer: Viewer,
  caseId: string,
  paging: { limit: number; cursor?: number },
) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { id: true, countyId: true, townshipId: true },
    })
    if (!kase) throw new NotFound()
    authorize(viewer, 'case.timeline', subjectOf(kase))
    const rows = await tx.event.findMany({
      where: { caseId, seq: { gt: paging.cursor ?? 0 } },
      orderBy: { seq: 'asc' },
      take: paging.limit + 1,
      select: sealedColumns,
    })
    const events = rows.slice(0, paging.limit).map(sealed)
    return {
      events,
      nextCursor: rows.length > paging.limit ? String(events.at(-1)?.seq) : null,
      total: await tx.event.count({ where: { caseId } }),
    }
  })
