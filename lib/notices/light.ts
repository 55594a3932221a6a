import type { Calendar } from '@/lib/calendar/rules'
import { type Day, toDay } from '@/lib/dates'
import { type LightReason, reasonOf } from '@/lib/lights/rules'
import type { NoticeStatus } from '@/prisma/generated/enums'
import { isAwaited } from './rules'

type Lit = {
  status: NoticeStatus
  replyDueOn: Date | null
  yellowOn: Date | null
  redOn: Date | null
}

const over: readonly NoticeStatus[] = ['CLOSED', 'REISSUED', 'WITHDRAWN']

/** The light of a notice: what its addressee owes. Nothing runs while others draft, verify or close. */
export function noticeLight(row: Lit, today: Day, calendar: Calendar): LightReason {
  const runs = isAwaited(row.status)
  return reasonOf(
    {
      subject: 'notice',
      due: runs && row.replyDueOn ? toDay(row.replyDueOn) : null,
      yellowOn: runs && row.yellowOn ? toDay(row.yellowOn) : null,
      redOn: runs && row.redOn ? toDay(row.redOn) : null,
      done: over.includes(row.status),
      paused: false,
    },
    today,
    calendar,
  )
}
