import type { Calendar } from '@/lib/calendar/rules'
import { addDays, type Day, toDay } from '@/lib/dates'
import { type LightReason, reasonOf } from '@/lib/lights/rules'
import type { ExtensionRow, MeasureRow } from './select'

/** Whether the clocks of a case run: not while it is paused, nor once it is closed. */
type CaseState = { paused: boolean; stage: string }

/** The light of a measure with its reason. */
export function measureLight(
  row: MeasureRow,
  kase: CaseState,
  today: Day,
  calendar: Calendar,
): LightReason {
  return reasonOf(
    {
      subject: 'measure',
      due: toDay(row.dueOn),
      yellowOn: toDay(row.yellowOn),
      redOn: toDay(row.redOn),
      done: row.status !== 'OPEN',
      paused: kase.paused,
      percent: row.percent,
      extensions: row.extensions.filter(({ status }) => status === 'GRANTED').length,
    },
    today,
    calendar,
  )
}

/** The light of a request that waits for the county office. */
export function extensionLight(
  row: ExtensionRow,
  kase: CaseState,
  today: Day,
  calendar: Calendar,
): LightReason {
  const redOn = toDay(row.redOn)
  return reasonOf(
    {
      subject: 'extension',
      due: addDays(redOn, -1),
      yellowOn: toDay(row.yellowOn),
      redOn,
      done: row.status !== 'REQUESTED',
      paused: kase.paused,
    },
    today,
    calendar,
  )
}
