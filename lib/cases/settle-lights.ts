import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { calendarNow } from '@/lib/calendar/queries'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { read, type Tx, transaction } from '@/lib/db'
import { lightDates, serviceDue } from '@/lib/lights/rules'
import { settleNotices } from '@/lib/notices/settle'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import type { LightSubject } from '@/lib/rule-sets/schema'
import type { Prisma } from '@/prisma/generated/client'
import { dueAfterPauses, pausesOf } from './pauses'
import { settleLight } from './settle-light'

/**
 * Dates every running light anew, county by county and each case in a transaction of its own: after
 * the working-day calendar was changed, what is counted in working days falls on other days. A
 * paused case waits; its clocks are set when it is resumed. Returns how many cases were looked at.
 */
export async function settleLights(): Promise<number> {
  const counties = await read(systemViewer('lights'), (tx) =>
    tx.county.findMany({ select: { id: true }, orderBy: { id: 'asc' } }),
  )
  let settled = 0
  for (const { id: countyId } of counties) {
    const viewer = systemViewer('lights', countyId)
    const cases = await read(viewer, (tx) =>
      tx.case.findMany({ where: running, select: { id: true }, orderBy: { id: 'asc' } }),
    )
    for (const { id } of cases) {
      await transaction(viewer, (tx) => settleCase(tx, id))
      settled += 1
    }
    await settleNotices(viewer)
  }
  return settled
}

const running = {
  paused: false,
  OR: [
    { stage: { notIn: ['CLOSED', 'NOT_CONFIRMED'] } },
    { stage: 'CLOSED', followUps: { some: { doneOn: null } } },
  ],
} satisfies Prisma.CaseWhereInput

const dates = { id: true, yellowOn: true, redOn: true } as const

const clocks = {
  stage: true,
  countyId: true,
  pauses: true,
  batch: { select: { ruleSet: { select: { id: true, content: true } } } },
  measures: { where: { status: 'OPEN' }, select: { ...dates, dueOn: true } },
  extensions: { where: { status: 'REQUESTED' }, select: { ...dates, requestedOn: true } },
  acceptances: { where: { status: 'OPEN' }, select: { ...dates, openedOn: true } },
  followUps: { where: { doneOn: null }, select: { ...dates, dueOn: true } },
  coordinationRequests: {
    where: { status: { in: ['RAISED', 'ROUTED'] } },
    select: { ...dates, status: true, raisedOn: true, dueOn: true },
  },
  instructions: {
    where: { answeredOn: null, dueOn: { not: null } },
    select: { ...dates, dueOn: true },
  },
} satisfies Prisma.CaseSelect

async function settleCase(tx: Tx, id: string): Promise<void> {
  // Whoever works on the case at this moment is waited for, so that nothing of theirs is overwritten.
  await tx.$queryRaw`SELECT id FROM cases WHERE id = ${id}::uuid FOR UPDATE`
  const kase = await tx.case.findFirst({ where: { AND: [running, { id }] }, select: clocks })
  if (!kase) return
  const ruleSet = kase.batch
    ? ruleSetOf(kase.batch.ruleSet)
    : await newestRuleSet(tx, kase.countyId)
  const calendar = await calendarNow(tx)
  const pauses = pausesOf(kase)
  const turning = (subject: LightSubject, due: Day) => {
    const { yellowOn, redOn } = lightDates({ subject, due, ruleSet, calendar })
    return { yellowOn: fromDay(yellowOn), redOn: fromDay(redOn) }
  }
  const served = (subject: 'extension' | 'acceptance', since: Date) => {
    const from = toDay(since)
    const due = serviceDue(subject, from, ruleSet, calendar)
    return turning(subject, dueAfterPauses(due, from, pauses))
  }
  for (const row of kase.measures) {
    const data = turning('measure', toDay(row.dueOn))
    if (differs(row, data)) await tx.measure.updateMany({ where: { id: row.id }, data })
  }
  for (const row of kase.extensions) {
    const data = served('extension', row.requestedOn)
    if (differs(row, data)) await tx.extension.updateMany({ where: { id: row.id }, data })
  }
  for (const row of kase.acceptances) {
    const data = served('acceptance', row.openedOn)
    if (differs(row, data)) await tx.acceptance.updateMany({ where: { id: row.id }, data })
  }
  for (const row of kase.followUps) {
    const data = turning('followUp', toDay(row.dueOn))
    if (differs(row, data)) await tx.followUp.updateMany({ where: { id: row.id }, data })
  }
  for (const row of kase.coordinationRequests) {
    const routed = row.status === 'ROUTED' && row.dueOn
    const data = routed ? turning('extension', toDay(routed)) : served('extension', row.raisedOn)
    if (differs(row, data)) await tx.coordinationRequest.updateMany({ where: { id: row.id }, data })
  }
  for (const row of kase.instructions) {
    if (!row.dueOn) continue
    const data = turning('extension', toDay(row.dueOn))
    if (differs(row, data)) await tx.instruction.updateMany({ where: { id: row.id }, data })
  }
  if (kase.stage !== 'CLOSED') await settleLight(tx, id)
}

type Turning = { yellowOn: Date; redOn: Date }

const differs = (row: { [K in keyof Turning]: Date | null }, now: Turning) =>
  row.yellowOn?.getTime() !== now.yellowOn.getTime() || row.redOn?.getTime() !== now.redOn.getTime()
