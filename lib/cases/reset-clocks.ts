import 'server-only'
import type { Changes } from '@/lib/audit/events'
import { calendarNow } from '@/lib/calendar/queries'
import { addDays, type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { lightDates } from '@/lib/lights/rules'
import { awaitingStatuses } from '@/lib/notices/rules'
import type { LightSubject, RuleSet } from '@/lib/rule-sets/schema'

/**
 * Moves every stored clock of a case (open measures, asked-for extensions, open acceptances,
 * requests, instructions and notices waiting for an answer) and
 * sets its light dates anew under a rule set: after a pause, or in another batch. Returns before
 * and after of every deadline that moved, for the caller's event.
 */
export async function resetClocks(
  tx: Tx,
  caseId: string,
  ruleSet: RuleSet,
  move: (due: Day) => Day,
): Promise<Changes> {
  const calendar = await calendarNow(tx)
  const lights = (subject: LightSubject, due: Day) => {
    const { yellowOn, redOn } = lightDates({ subject, due, ruleSet, calendar })
    return { yellowOn: fromDay(yellowOn), redOn: fromDay(redOn), version: { increment: 1 } }
  }
  const changes: Record<string, readonly [unknown, unknown]> = {}
  const measures = await tx.measure.findMany({
    where: { caseId, status: 'OPEN' },
    select: { id: true, number: true, dueOn: true },
  })
  for (const { id, number, dueOn } of measures) {
    const due = move(toDay(dueOn))
    if (due !== toDay(dueOn)) changes[`measure.${number}.dueOn`] = [toDay(dueOn), due]
    await tx.measure.update({
      where: { id },
      select: { id: true },
      data: { dueOn: fromDay(due), ...lights('measure', due) },
    })
  }
  const extensions = await tx.extension.findMany({
    where: { caseId, status: 'REQUESTED' },
    select: { id: true, oldDueOn: true, newDueOn: true, redOn: true },
  })
  for (const { id, oldDueOn, newDueOn, redOn } of extensions) {
    await tx.extension.update({
      where: { id },
      select: { id: true },
      data: {
        oldDueOn: fromDay(move(toDay(oldDueOn))),
        newDueOn: fromDay(move(toDay(newDueOn))),
        ...lights('extension', move(lastDay(redOn))),
      },
    })
  }
  const acceptances = await tx.acceptance.findMany({
    where: { caseId, status: 'OPEN' },
    select: { id: true, redOn: true },
  })
  for (const { id, redOn } of acceptances) {
    await tx.acceptance.update({
      where: { id },
      select: { id: true },
      data: lights('acceptance', move(lastDay(redOn))),
    })
  }
  await resetLetters(tx, caseId, move, (due) => lights('extension', due))
  await resetNotices(tx, caseId, move, (due) => lights('notice', due))
  return changes
}

/** Requests not answered yet, and instructions with a deadline: their clocks stop as well. */
async function resetLetters(
  tx: Tx,
  caseId: string,
  move: (due: Day) => Day,
  lights: (due: Day) => object,
) {
  const requests = await tx.coordinationRequest.findMany({
    where: { caseId, redOn: { not: null } },
    select: { id: true, dueOn: true, redOn: true },
  })
  for (const { id, dueOn, redOn } of requests) {
    await tx.coordinationRequest.update({
      where: { id },
      select: { id: true },
      data: {
        ...(dueOn && { dueOn: fromDay(move(toDay(dueOn))) }),
        ...(redOn && lights(move(lastDay(redOn)))),
      },
    })
  }
  const instructions = await tx.instruction.findMany({
    where: { caseId, answeredOn: null, dueOn: { not: null } },
    select: { id: true, dueOn: true },
  })
  for (const { id, dueOn } of instructions) {
    const due = move(toDay(dueOn as Date))
    await tx.instruction.update({
      where: { id },
      select: { id: true },
      data: { dueOn: fromDay(due), ...lights(due) },
    })
  }
}

/** Notices whose addressee owes a reply. */
async function resetNotices(
  tx: Tx,
  caseId: string,
  move: (due: Day) => Day,
  lights: (due: Day) => object,
) {
  const notices = await tx.supervisionNotice.findMany({
    where: { caseId, status: { in: [...awaitingStatuses] } },
    select: { id: true, replyDueOn: true },
  })
  for (const { id, replyDueOn } of notices) {
    if (!replyDueOn) continue
    const due = move(toDay(replyDueOn))
    await tx.supervisionNotice.update({
      where: { id },
      select: { id: true },
      data: { replyDueOn: fromDay(due), ...lights(due) },
    })
  }
}

/** The due day behind a stored red day: the day before it. */
function lastDay(redOn: Date): Day {
  return addDays(toDay(redOn), -1)
}
