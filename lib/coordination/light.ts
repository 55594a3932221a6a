import type { Calendar } from '@/lib/calendar/rules'
import { addDays, type Day, toDay } from '@/lib/dates'
import { type LightReason, reasonOf } from '@/lib/lights/rules'
import type { CoordinationStatus } from '@/prisma/generated/enums'
import { isPending } from './rules'

type Lit = { status: CoordinationStatus; yellowOn: Date | null; redOn: Date | null }

/** The light of a request: the county office's time to send it on, then the department's deadline. */
export function requestLight(row: Lit, today: Day, calendar: Calendar): LightReason {
  const redOn = row.redOn && toDay(row.redOn)
  return reasonOf(
    {
      subject: 'coordination',
      due: redOn && addDays(redOn, -1),
      yellowOn: row.yellowOn && toDay(row.yellowOn),
      redOn,
      done: !isPending(row.status),
      paused: false,
    },
    today,
    calendar,
  )
}
