import 'server-only'
import { calendarNow } from '@/lib/calendar/queries'
import { type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { lightDates } from '@/lib/lights/rules'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'

type Ruled = { countyId: string; batch: { ruleSet: { id: string; content: unknown } } | null }

/** The deadline of an instruction with its stored light dates; letters turn as requests do. */
export async function instructionClock(tx: Tx, kase: Ruled, dueOn: Day) {
  const ruleSet = kase.batch
    ? ruleSetOf(kase.batch.ruleSet)
    : await newestRuleSet(tx, kase.countyId)
  const calendar = await calendarNow(tx)
  const lights = lightDates({ subject: 'extension', due: dueOn, ruleSet, calendar })
  return {
    dueOn: fromDay(dueOn),
    yellowOn: fromDay(lights.yellowOn),
    redOn: fromDay(lights.redOn),
  }
}
