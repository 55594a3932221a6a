import 'server-only'
import { can } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import { visibleNotices } from '@/lib/access/scope-notices'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import { subjectOf } from '@/lib/cases/open-case'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { read } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { noticeLine } from './list-queries'
import { listedNotice } from './select'

/** As many as a case's card shows; the list holds the rest. */
const most = 20

/** The notices about one case that the viewer reads, open ones first, and whether one may be drafted. */
export const readCaseNotices = (viewer: Viewer, caseId: string) =>
  read(viewer, async (tx) => {
    const kase = await tx.case.findFirst({
      where: { AND: [visibleCases(viewer), { id: caseId }] },
      select: { id: true, countyId: true, townshipId: true, stage: true, paused: true },
    })
    if (!kase) throw new NotFound()
    const rows = await tx.supervisionNotice.findMany({
      where: { AND: [visibleNotices(viewer), { caseId }] },
      orderBy: [{ closedOn: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
      take: most,
      select: listedNotice,
    })
    const calendar = await calendarNow(tx)
    const open = isListed(kase.stage) && isOpen(kase.stage) && !kase.paused
    return {
      notices: rows.map((row) => noticeLine(row, viewer.today, calendar)),
      mayDraft: open && can(viewer, 'notice.draft', subjectOf(kase)),
    }
  })
