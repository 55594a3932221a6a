import 'server-only'
import type { SystemViewer } from '@/lib/access/system'
import { calendarNow } from '@/lib/calendar/queries'
import { fromDay, toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { lightDates } from '@/lib/lights/rules'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import { awaitingStatuses } from './rules'

/**
 * Dates the lights of a county's notices anew after the working-day calendar was changed: those of
 * running cases and those about no case. What a paused case owes is set when that is resumed.
 */
export function settleNotices(viewer: SystemViewer & { countyId?: string }): Promise<void> {
  return transaction(viewer, async (tx) => {
    const rows = await tx.supervisionNotice.findMany({
      where: {
        status: { in: [...awaitingStatuses] },
        OR: [{ caseId: null }, { case: { paused: false } }],
      },
      orderBy: { id: 'asc' },
      select: {
        ...{ id: true, version: true, countyId: true, replyDueOn: true },
        ...{ yellowOn: true, redOn: true },
        case: {
          select: { batch: { select: { ruleSet: { select: { id: true, content: true } } } } },
        },
      },
    })
    const calendar = await calendarNow(tx)
    for (const row of rows) {
      if (!row.replyDueOn) continue
      const batch = row.case?.batch
      const ruleSet = batch ? ruleSetOf(batch.ruleSet) : await newestRuleSet(tx, row.countyId)
      const due = toDay(row.replyDueOn)
      const turns = lightDates({ subject: 'notice', due, ruleSet, calendar })
      const data = { yellowOn: fromDay(turns.yellowOn), redOn: fromDay(turns.redOn) }
      const same =
        row.yellowOn?.getTime() === data.yellowOn.getTime() &&
        row.redOn?.getTime() === data.redOn.getTime()
      // Who moved it on at this moment has set its clock already.
      const where = { id: row.id, version: row.version }
      if (!same) await tx.supervisionNotice.updateMany({ where, data })
    }
  })
}
