import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { type Day, fromDay } from '@/lib/dates'
import { read, type Tx, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import { deliveriesOfDigest, groupDeliveries } from './outbox'

const waiting = {
  digestId: null,
  endedOn: null,
  step: { droppedOn: null },
} as const

/**
 * Tells everybody of a county who has something new to be told, each in a transaction of their own:
 * one digest a person and day, in the inbox and, from there, by whatever ways out they and the county
 * have. Stopped anywhere and begun again, it tells the rest and nobody twice. Returns how many.
 */
export async function tellDigests(countyId: string, day: Day, now: Date): Promise<number> {
  const viewer = systemViewer('remind', countyId)
  const people = await read(viewer, (tx) =>
    tx.reminder.findMany({
      where: { countyId, ...waiting },
      distinct: ['userId'],
      orderBy: { userId: 'asc' },
      select: { userId: true },
    }),
  )
  let told = 0
  for (const { userId } of people) {
    if (await transaction(viewer, (tx) => tellDigest(tx, { countyId, userId, day, now }))) told += 1
  }
  await transaction(viewer, (tx) => groupDeliveries(tx, { countyId, day, now }))
  return told
}

async function tellDigest(
  tx: Tx,
  { countyId, userId, day, now }: { countyId: string; userId: string; day: Day; now: Date },
): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`digest:${userId}`}))`
  const today = { countyId, userId, day: fromDay(day) }
  if ((await tx.digest.count({ where: today })) > 0) return false
  // A message of an earlier day that went out late was today's already.
  const late = { countyId, userId, sentAt: { gte: startOf(day) }, digestId: { not: null } }
  if ((await tx.delivery.count({ where: late })) > 0) return false
  const mine = { countyId, userId, endedOn: null, step: { droppedOn: null } }
  const open = await tx.reminder.findMany({
    where: mine,
    select: { id: true, digestId: true, step: { select: { subject: true, subjectId: true } } },
  })
  const fresh = open.filter(({ digestId }) => digestId === null)
  if (fresh.length === 0) return false
  const id = newId()
  const figures = { open: things(open), fresh: things(fresh) }
  await tx.digest.create({ data: { id, ...today, ...figures }, select: { id: true } })
  await tx.reminder.updateMany({
    where: { id: { in: fresh.map((row) => row.id) }, digestId: null },
    data: { digestId: id },
  })
  // Whatever of an earlier day is still on its way says less than this one.
  await tx.delivery.updateMany({
    where: { countyId, userId, state: 'WAITING', digestId: { not: null } },
    data: { state: 'CANCELLED' },
  })
  await deliveriesOfDigest(tx, { id, countyId, userId, day, now, ...figures })
  return true
}

/** A thing that climbed two steps is one thing. */
const things = (rows: readonly { step: { subject: string; subjectId: string } }[]) =>
  new Set(rows.map(({ step }) => `${step.subject} ${step.subjectId}`)).size

/** Midnight in county time (UTC+8, without summer time). */
const startOf = (day: Day) => new Date(fromDay(day).getTime() - 8 * 3_600_000)
