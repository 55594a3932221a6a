import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import { visibleNotices } from '@/lib/access/scope-notices'
import type { Viewer } from '@/lib/access/viewer-types'
import { calendarNow } from '@/lib/calendar/queries'
import type { Calendar } from '@/lib/calendar/rules'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { noticeLight } from './light'
import type { NoticeFilter } from './list-filter'
import { addresseeKinds, awaitingStatuses, openStatuses, referenceOf } from './rules'
import { type ListedNotice, listedNotice } from './select'

const pageSize = 50

/** What a filter asks for, without the scope: always used as `AND: [visibleNotices, …]`. */
function matching(filter: NoticeFilter, today: Day): Prisma.SupervisionNoticeWhereInput {
  const { kind, state, status } = filter
  return {
    kind,
    townshipId: filter.township,
    addresseeId: filter.organisation,
    villageId: filter.village,
    caseId: filter.case,
    measureId: filter.measure,
    AND: [
      status ? { status } : {},
      state === 'open' ? { status: { in: [...openStatuses] } } : {},
      state === 'overdue'
        ? { status: { in: [...awaitingStatuses] }, redOn: { lte: fromDay(today) } }
        : {},
    ],
  }
}

/** A notice as lists show it. */
export function noticeLine(row: ListedNotice, today: Day, calendar: Calendar) {
  const day = (date: Date | null) => date && toDay(date)
  return {
    ...row,
    reference: referenceOf(row),
    addresseeName: row.addresseeName || row.addressee.name,
    dueOn: toDay(row.dueOn),
    replyDueOn: day(row.replyDueOn),
    signedOn: day(row.signedOn),
    repliedOn: day(row.repliedOn),
    closedOn: day(row.closedOn),
    light: noticeLight(row, today, calendar),
  }
}

export type NoticeLine = ReturnType<typeof noticeLine>

/** One page of notices in scope by keyset, the newest first; no count. */
export async function pageOfNotices(tx: Tx, viewer: Viewer, filter: NoticeFilter, limit: number) {
  const found = await tx.supervisionNotice.findMany({
    where: {
      AND: [
        visibleNotices(viewer),
        matching(filter, viewer.today),
        filter.after ? { id: { lt: filter.after } } : {},
      ],
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    select: listedNotice,
  })
  const calendar = await calendarNow(tx)
  const notices = found.slice(0, limit).map((row) => noticeLine(row, viewer.today, calendar))
  const last = notices.at(-1)
  return { notices, nextCursor: found.length > limit && last ? last.id : null }
}

/** The list of notices with what to filter by. */
export const listNotices = (viewer: Viewer, filter: NoticeFilter, limit = pageSize) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'notice.read')
    const page = await pageOfNotices(tx, viewer, filter, limit)
    const townships = await tx.township.findMany({
      where: { countyId: viewer.countyId },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    })
    return {
      ...page,
      townships,
      organisations: can(viewer, 'notice.draft') ? await addressees(tx, viewer) : [],
      mayDraft: can(viewer, 'notice.draft', { countyId: viewer.countyId }),
    }
  })

/** Organisations that may be written to. */
export function addressees(tx: Tx, viewer: Viewer) {
  return tx.organisation.findMany({
    where: { countyId: viewer.countyId, active: true, kind: { in: [...addresseeKinds] } },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true, kind: true, townshipId: true },
  })
}
