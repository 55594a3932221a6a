import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { transaction } from '@/lib/db'

const hour = 3_600_000

/** Ends sessions idle for longer than allowed, so that the list of sessions tells the truth. */
export async function endExpiredSessions(now: Date, idleHours: number): Promise<number> {
  const { count } = await transaction(systemViewer('jobs'), (tx) =>
    tx.session.updateMany({
      where: { endedAt: null, lastSeenAt: { lt: new Date(now.getTime() - idleHours * hour) } },
      data: { endedAt: now, endReason: 'EXPIRED' },
    }),
  )
  return count
}

/** Forgets answers kept for repeated API requests after 24 hours. */
export async function forgetIdempotencyKeys(now: Date): Promise<number> {
  const { count } = await transaction(systemViewer('jobs'), (tx) =>
    tx.idempotencyKey.deleteMany({
      where: { createdAt: { lt: new Date(now.getTime() - 24 * hour) } },
    }),
  )
  return count
}

/** Forgets failed sign-ins that no longer count: a name starts over after a day without one. */
export async function forgetOldFailures(now: Date): Promise<number> {
  const { count } = await transaction(systemViewer('jobs'), (tx) =>
    tx.signInThrottle.deleteMany({
      where: { updatedAt: { lt: new Date(now.getTime() - 24 * hour) } },
    }),
  )
  return count
}
