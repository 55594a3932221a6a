import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { transaction } from '@/lib/db'

/** Ends a session by its id alone: signing out needs no standing. */
export async function endSession(sessionId: string, now: Date): Promise<void> {
  await transaction(systemViewer('session'), (tx) =>
    tx.session.updateMany({
      where: { id: sessionId, endedAt: null },
      data: { endedAt: now, endReason: 'SIGNED_OUT' },
    }),
  )
}

/** Marks a session as seen, at most once a minute. */
export async function markSeen(sessionId: string, lastSeenAt: Date, now: Date): Promise<void> {
  if (now.getTime() - lastSeenAt.getTime() < 60_000) return
  await transaction(systemViewer('session'), (tx) =>
    tx.session.updateMany({
      where: { id: sessionId, endedAt: null, lastSeenAt: { lt: now } },
      data: { lastSeenAt: now },
    }),
  )
}
