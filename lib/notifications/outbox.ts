import 'server-only'
import type { Day } from '@/lib/dates'
import { fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'

/** What a message says: figures, never names of villages. */
type DigestBody = { kind: 'digest'; day: Day; open: number; fresh: number }
type GroupBody = { kind: 'group'; day: Day; things: number; people: number }
export type EventBody = {
  kind: 'event'
  event: string
  at: string
  caseId: string | null
  noticeId: string | null
}
type TestBody = { kind: 'test' }
export type Body = DigestBody | GroupBody | EventBody | TestBody

type Digest = {
  id: string
  countyId: string
  userId: string
  day: Day
  open: number
  fresh: number
}

/** Queues a person's digest on every way out that reaches them, with the digest itself. */
export async function deliveriesOfDigest(tx: Tx, digest: Digest & { now: Date }): Promise<void> {
  const { countyId, userId, day, open, fresh, now } = digest
  const channels = await tx.channel.findMany({
    where: { countyId, active: true, removedAt: null, kind: { in: ['SMTP', 'WEBHOOK'] } },
    select: { id: true, kind: true },
  })
  if (channels.length === 0) return
  const setting = await tx.reminderSetting.findUnique({
    where: { userId },
    select: { email: true, emailOn: true },
  })
  const mails = Boolean(setting?.emailOn && setting.email)
  const reached = channels.filter(({ kind }) => kind === 'WEBHOOK' || mails)
  const body: DigestBody = { kind: 'digest', day, open, fresh }
  await tx.delivery.createMany({
    skipDuplicates: true,
    data: reached.map((channel) => ({
      id: newId(),
      countyId,
      key: `digest:${channel.id}:${userId}:${day}`,
      channelId: channel.id,
      digestId: digest.id,
      userId,
      body,
      nextAt: now,
    })),
  })
}

/** Once a day, with the first digests of it, the group robots say how much waits in all. */
export async function groupDeliveries(
  tx: Tx,
  { countyId, day, now }: { countyId: string; day: Day; now: Date },
): Promise<void> {
  const robots = await tx.channel.findMany({
    where: { countyId, active: true, removedAt: null, kind: { in: ['WECOM', 'DINGTALK'] } },
    select: { id: true },
  })
  if (robots.length === 0) return
  const people = await tx.digest.count({ where: { countyId, day: fromDay(day) } })
  if (people === 0) return
  const steps = await tx.reminderStep.groupBy({
    by: ['subject', 'subjectId'],
    where: { countyId, droppedOn: null },
  })
  const body: GroupBody = { kind: 'group', day, things: steps.length, people }
  await tx.delivery.createMany({
    skipDuplicates: true,
    data: robots.map(({ id }) => ({
      id: newId(),
      countyId,
      key: `group:${id}:${day}`,
      channelId: id,
      body,
      nextAt: now,
    })),
  })
}
