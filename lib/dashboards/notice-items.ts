import 'server-only'
import { isOwnWork } from '@/lib/acceptance/rules'
import { can } from '@/lib/access/policy'
import {
  answeringOrganisations,
  assignedCheckIds,
  boundCaseIds,
  holds,
  selvesOf,
  type Viewer,
} from '@/lib/access/viewer-types'
import type { Calendar } from '@/lib/calendar/rules'
import type { Tx } from '@/lib/db'
import { noticeLight } from '@/lib/notices/light'
import {
  authorsOf,
  type NoticeVerb,
  noticeSteps,
  referenceOf,
  subjectOfNotice,
} from '@/lib/notices/rules'
import { listedNotice } from '@/lib/notices/select'
import type { NoticeStatus, Prisma } from '@/prisma/generated/client'
import type { QueueItem, QueueVerb } from './queue'
import { queueLimit } from './queue-row'

/** What a notice waits for in each state: the verb, and the line of the queue that says so. */
const waiting: Partial<Record<NoticeStatus, { step: NoticeVerb; verb: QueueVerb }>> = {
  DRAFTED: { step: 'sign', verb: 'signNotice' },
  SIGNED: { step: 'receive', verb: 'receiveNotice' },
  RECEIVED: { step: 'reply', verb: 'replyNotice' },
  RETURNED: { step: 'reply', verb: 'replyNotice' },
  REPLIED: { step: 'verify', verb: 'verifyNotice' },
  VERIFIED: { step: 'close', verb: 'closeNotice' },
}

/** Notices that wait for this viewer: to sign, to sign for, to reply, to verify, to close. One statement. */
export async function noticeItems(
  tx: Tx,
  viewer: Viewer,
  calendar: Calendar,
): Promise<QueueItem[]> {
  const waits = waitsFor(viewer)
  if (waits.length === 0) return []
  const rows = await tx.supervisionNotice.findMany({
    where: { countyId: viewer.countyId, OR: waits },
    orderBy: [{ redOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: queueLimit,
    select: {
      ...listedNotice,
      ...{ draftedById: true, editedById: true, repliedById: true },
      village: { select: { name: true, demo: true, township: { select: { name: true } } } },
    },
  })
  return rows.flatMap((row): QueueItem[] => {
    const wait = waiting[row.status]
    if (!wait || !can(viewer, noticeSteps[wait.step].may, subjectOfNotice(row))) return []
    if (isOwnWork(selvesOf(viewer), authorsOf(wait.step, row))) return []
    const { township, ...village } = row.village ?? {
      ...{ name: row.addressee.name, demo: false, township: { name: '' } },
    }
    return [
      {
        key: row.id,
        verb: wait.verb,
        href: wait.step === 'reply' ? `/notices/${row.id}/reply` : `/notices/${row.id}`,
        village,
        township: township.name,
        batch: null,
        light: noticeLight(row, viewer.today, calendar),
        why: {
          notice: row.kind,
          reference: referenceOf(row),
          title: row.title,
          addressee: row.addressee.name,
          returned: row.status === 'RETURNED' ? 'yes' : '',
        },
      },
    ]
  })
}

function waitsFor(viewer: Viewer): Prisma.SupervisionNoticeWhereInput[] {
  const waits: Prisma.SupervisionNoticeWhereInput[] = []
  const running = { OR: [{ caseId: null }, { case: { paused: false } }] }
  const organisationIds = answeringOrganisations(viewer)
  if (organisationIds.length > 0) {
    const status = { in: ['SIGNED' as const, 'RECEIVED' as const, 'RETURNED' as const] }
    waits.push({ status, addresseeId: { in: organisationIds } })
  }
  if (holds(viewer, 'COUNTY_OFFICE')) {
    waits.push({ status: { in: ['DRAFTED', 'REPLIED', 'VERIFIED'] }, ...running })
  }
  const linked = boundCaseIds(viewer, ['COUNTY_LEADER'])
  if (linked.length > 0) waits.push({ status: 'DRAFTED', caseId: { in: linked }, ...running })
  const checks = assignedCheckIds(viewer)
  if (checks.length > 0) waits.push({ status: 'REPLIED', checkIds: { hasSome: checks } })
  return waits
}
