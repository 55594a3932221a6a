import 'server-only'
import { type Day, todayIn } from '@/lib/dates'
import { env } from '@/lib/env'

/** The time zone of every county this serves. */
export const timeZone = 'Asia/Shanghai'

/** Today in county time; tests fix it by CLOCK_TODAY. */
export function today(): Day {
  return env().CLOCK_TODAY ?? todayIn(timeZone, new Date())
}
