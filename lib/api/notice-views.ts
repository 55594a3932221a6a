import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import { parseNoticeFilter } from '@/lib/notices/list-filter'
import { type NoticeLine, pageOfNotices } from '@/lib/notices/list-queries'
import { readNotice } from '@/lib/notices/queries'
import type { noticeOperations } from './notice-operations'

type Line = Pick<
  NoticeLine,
  | ('id' | 'caseId' | 'village' | 'townshipId' | 'kind' | 'status' | 'reference' | 'title')
  | ('addresseeId' | 'addresseeName' | 'dueOn' | 'replyDueOn' | 'signedOn' | 'repliedOn')
  | ('closedOn' | 'light')
>

function view(row: Line) {
  const { id, caseId, village, kind, status, reference, title } = row
  const { dueOn, replyDueOn, signedOn, repliedOn, closedOn, light } = row
  return {
    ...{ id, caseId, kind, status, reference, title },
    ...{ dueOn, replyDueOn, signedOn, repliedOn, closedOn },
    village: village && { id: village.id, name: village.name },
    township: row.townshipId,
    addressee: { id: row.addresseeId, name: row.addresseeName },
    light: { colour: light.colour, reason: light.code },
  }
}

type Asked = z.output<typeof noticeOperations.listNotices.query>

/** A page of notices in scope; the cursor is the id of the last one. */
export const apiNotices = (viewer: Viewer, { limit, cursor, ...asked }: Asked) =>
  read(viewer, async (tx) => {
    authorize(viewer, 'notice.read')
    const { filter, ignored } = parseNoticeFilter({ ...asked, after: cursor })
    if (ignored) throw new InvalidInput([{ field: 'cursor', code: 'invalid' }])
    const { notices, nextCursor } = await pageOfNotices(tx, viewer, filter, limit)
    return { items: notices.map(view), nextCursor }
  })

type Detail = z.input<typeof noticeOperations.readNotice.answer>

/** One notice as its page shows it. */
export async function apiNotice(viewer: Viewer, id: string): Promise<Detail> {
  const { notice: row, light, replies, copied, verbs } = await readNotice(viewer, id)
  const { facts, basis, demand, contact, formerId, measureId } = row
  const day = (date: Date | null) => date && toDay(date)
  return {
    ...view({
      ...{ ...row, light, replyDueOn: day(row.replyDueOn), signedOn: day(row.signedOn) },
      ...{ repliedOn: day(row.repliedOn), closedOn: day(row.closedOn) },
    }),
    ...{ facts, basis, demand, contact, formerId, measureId, copied, verbs },
    replies: replies.map(({ number, text, files, repliedOn, verdict, opinion, ...by }) => ({
      ...{ number, text, files, repliedOn, verdict, opinion },
      ...{ by: by.authorName, organisation: by.organisationName },
    })),
    version: row.version,
  }
}
