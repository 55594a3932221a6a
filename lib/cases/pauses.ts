import { z } from 'zod'
import type { Day } from '@/lib/dates'
import { dueAfterPause } from '@/lib/lights/rules'

/** An ended pause: from its first day up to, not including, the day of resuming. */
export type Pause = { from: Day; to: Day }

const stored = z.array(z.object({ from: z.iso.date(), to: z.iso.date() }))

/** The ended pauses of a case, oldest first, as the row keeps them. */
export function pausesOf(kase: { pauses: unknown }): Pause[] {
  return stored.parse(kase.pauses)
}

/** A due day counted from `since`, moved by every pause that began on or after that day. */
export function dueAfterPauses(due: Day, since: Day, pauses: readonly Pause[]): Day {
  return pauses
    .filter((pause) => pause.from >= since)
    .reduce(
      (day, pause) => dueAfterPause({ due: day, pausedOn: pause.from, resumedOn: pause.to }),
      due,
    )
}
