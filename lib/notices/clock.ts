import 'server-only'
import { calendarNow } from '@/lib/calendar/queries'
import { type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { lightDates } from '@/lib/lights/rules'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import type { RuleSet } from '@/lib/rule-sets/schema'

/** What a notice without a clock stores. */
export const noClock = { yellowOn: null, redOn: null } as const

/** The stored light dates of a reply that is due on a day. */
export async function clock(tx: Tx, ruleSet: RuleSet, due: Day) {
  const calendar = await calendarNow(tx)
  const { yellowOn, redOn } = lightDates({ subject: 'notice', due, ruleSet, calendar })
  return { replyDueOn: fromDay(due), yellowOn: fromDay(yellowOn), redOn: fromDay(redOn) }
}

/** The rules a notice runs under: those of its case's batch as far as the viewer reads it, else the newest. */
export async function rulesOf(
  tx: Tx,
  { countyId, caseId }: { countyId: string; caseId: string | null },
): Promise<RuleSet> {
  const kase = caseId
    ? await tx.case.findUnique({
        where: { id: caseId },
        select: { batch: { select: { ruleSet: { select: { id: true, content: true } } } } },
      })
    : null
  return kase?.batch ? ruleSetOf(kase.batch.ruleSet) : newestRuleSet(tx, countyId)
}
