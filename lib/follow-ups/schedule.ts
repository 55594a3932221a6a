import 'server-only'
import { calendarNow } from '@/lib/calendar/queries'
import type { OpenedCase } from '@/lib/cases/open-case'
import { type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import { lightDates } from '@/lib/lights/rules'
import { followUpDates } from './rules'

/**
 * Puts the follow-ups of a closing day on the calendar. After an annulled closing the ones that
 * were never made are dated anew instead of standing twice.
 */
export async function dueFollowUps(tx: Tx, { kase, ruleSet }: OpenedCase, closedOn: Day) {
  const calendar = await calendarNow(tx)
  const waiting = await tx.followUp.findMany({
    where: { caseId: kase.id, doneOn: null },
    select: { id: true, month: true },
  })
  for (const { month, dueOn } of followUpDates(closedOn, ruleSet.followUpMonths)) {
    const lights = lightDates({ subject: 'followUp', due: dueOn, ruleSet, calendar })
    const dates = {
      dueOn: fromDay(dueOn),
      yellowOn: fromDay(lights.yellowOn),
      redOn: fromDay(lights.redOn),
    }
    const earlier = waiting.find((one) => one.month === month)
    if (earlier) {
      await tx.followUp.update({
        where: { id: earlier.id },
        data: { ...dates, version: { increment: 1 } },
        select: { id: true },
      })
    } else {
      await tx.followUp.create({
        data: { id: newId(), caseId: kase.id, month, ...dates },
        select: { id: true },
      })
    }
  }
}
