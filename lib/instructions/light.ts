import type { Calendar } from '@/lib/calendar/rules'
import { addDays, type Day, toDay } from '@/lib/dates'
import { type LightReason, reasonOf } from '@/lib/lights/rules'

type Lit = { answeredOn: Date | null; yellowOn: Date | null; redOn: Date | null }

/** The light of an instruction until it is answered; without a deadline it has none. */
export function instructionLight(row: Lit, today: Day, calendar: Calendar): LightReason {
  const redOn = row.redOn && toDay(row.redOn)
  return reasonOf(
    {
      subject: 'instruction',
      due: redOn && addDays(redOn, -1),
      yellowOn: row.yellowOn && toDay(row.yellowOn),
      redOn,
      done: row.answeredOn !== null,
      paused: false,
    },
    today,
    calendar,
  )
}
