import 'server-only'
import { z } from 'zod'
import { systemViewer } from '@/lib/access/system'
import { transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { EventBody } from './outbox'

/** Events are looked for this far back again: none is missed that committed late. */
const overlap = 3_600_000
const atOnce = 1000

const noticeOf = z.object({ noticeId: z.uuid().optional() })

/**
 * Queues the events of a county that confirmed subscriptions ask for, each once a subscription.
 * Only what happened after the confirmation. Returns how many were queued.
 */
export async function queueEvents(countyId: string, now: Date): Promise<number> {
  return transaction(systemViewer('remind', countyId), async (tx) => {
    const live = await tx.webhookSubscription.findMany({
      where: { countyId, state: 'LIVE' },
      select: { id: true, kinds: true, decidedAt: true, scannedAt: true },
    })
    let queued = 0
    for (const { id, kinds, decidedAt, scannedAt } of live) {
      if (!decidedAt) continue
      const since = new Date(Math.max(decidedAt.getTime(), (scannedAt?.getTime() ?? 0) - overlap))
      const events = await tx.event.findMany({
        where: { countyId, kind: { in: kinds }, at: { gte: since } },
        orderBy: { at: 'asc' },
        take: atOnce,
        select: { id: true, kind: true, at: true, caseId: true, details: true },
      })
      const { count } = await tx.delivery.createMany({
        skipDuplicates: true,
        data: events.map((event) => ({
          id: newId(),
          countyId,
          key: `event:${id}:${event.id}`,
          subscriptionId: id,
          eventId: event.id,
          body: {
            kind: 'event',
            event: event.kind,
            at: event.at.toISOString(),
            caseId: event.caseId,
            noticeId: noticeOf.parse(event.details).noticeId ?? null,
          } satisfies EventBody,
          nextAt: now,
        })),
      })
      queued += count
      const scanned = events.length === atOnce ? events.at(-1)?.at : now
      await tx.webhookSubscription.updateMany({
        where: { id },
        data: { scannedAt: scanned },
      })
    }
    return queued
  })
}
