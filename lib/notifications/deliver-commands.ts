import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { read, transaction } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { lease, nextTry } from './backoff'
import { sendOut } from './send-out'

const select = {
  id: true,
  body: true,
  attempts: true,
  channel: { select: { id: true, kind: true, settings: true, sealed: true, removedAt: true } },
  subscription: { select: { id: true, sealed: true, state: true } },
  userId: true,
} satisfies Prisma.DeliverySelect

export type Outgoing = Prisma.DeliveryGetPayload<{ select: typeof select }>

/** How many go out in one run; the next minute takes the rest. */
const atOnce = 200

/**
 * Sends what is due in a county, one after another. Taken for two minutes before it is sent and noted
 * as sent afterwards: whoever dies in between sends that one again, and only that one. What fails is
 * tried again with growing pauses and given up after the last (死信). People are told within the
 * hours only, other systems at any time. Returns how many were sent.
 */
export async function deliverDue(
  countyId: string,
  { now, toPeople, timeout }: { now: Date; toPeople: boolean; timeout?: number },
): Promise<number> {
  const viewer = systemViewer('remind', countyId)
  const due: Prisma.DeliveryWhereInput = {
    countyId,
    state: 'WAITING',
    nextAt: { lte: now },
    ...(!toPeople && { subscriptionId: { not: null } }),
  }
  const ids = await read(viewer, (tx) =>
    tx.delivery.findMany({
      where: due,
      orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
      take: atOnce,
      select: { id: true },
    }),
  )
  let sent = 0
  for (const { id } of ids) {
    const taken = await transaction(viewer, (tx) =>
      tx.delivery.updateManyAndReturn({
        where: { AND: [due, { id }] },
        data: { attempts: { increment: 1 }, nextAt: new Date(now.getTime() + lease) },
        select,
      }),
    )
    const row = taken[0]
    if (!row) continue
    const result = await sendOut(row, { countyId, now, timeout })
    const data = outcome(row.attempts, result, now)
    await transaction(viewer, (tx) =>
      tx.delivery.updateMany({ where: { id, state: 'WAITING', attempts: row.attempts }, data }),
    )
    if (result.ok) sent += 1
  }
  return sent
}

function outcome(
  attempts: number,
  result: Awaited<ReturnType<typeof sendOut>>,
  now: Date,
): Prisma.DeliveryUpdateManyMutationInput {
  if (result.ok) return { state: 'SENT', sentAt: now, trouble: '', answer: result.answer }
  const { trouble, answer } = result
  const next = 'forGood' in result ? undefined : nextTry(attempts, now)
  return next ? { trouble, answer, nextAt: next } : { state: 'DEAD', trouble, answer }
}
