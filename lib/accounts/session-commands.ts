import 'server-only'
import type { SessionState } from '@/lib/access/load-viewer'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { transaction } from '@/lib/db'
import { InvalidInput, NotFound } from '@/lib/errors'
import { revokeTokensOf } from './token-commands'

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

/** Ends one of the viewer's own sessions. */
export async function endOwnSession(viewer: Viewer, sessionId: string, now: Date): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, userId: viewer.userId, endedAt: null },
      data: { endedAt: now, endReason: 'SIGNED_OUT' },
    })
    if (count === 0) throw new NotFound()
  })
}

/** Ends every session of the viewer, this one too, and every access token. Returns how many sessions. */
export function signOutEverywhere(viewer: Viewer, now: Date): Promise<number> {
  return transaction(viewer, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { userId: viewer.userId, endedAt: null },
      data: { endedAt: now, endReason: 'SIGNED_OUT_EVERYWHERE' },
    })
    const { userId, account } = viewer
    await revokeTokensOf(tx, { viewer }, { userId, account, now })
    const details = { account, sessions: count }
    const event = { kind: 'signedOutEverywhere', details } as const
    await record(tx, { viewer }, { accountsOf: viewer.countyId }, event)
    return count
  })
}

/** Works in one of the counties in which the person holds an appointment today. */
export async function chooseCounty(session: SessionState, countyId: string): Promise<void> {
  const { viewer, counties } = session
  if (!viewer.sessionId || !counties.some(({ id }) => id === countyId)) {
    throw new InvalidInput([{ field: 'countyId', code: 'invalidChoice' }])
  }
  const id = viewer.sessionId
  await transaction(viewer, (tx) =>
    tx.session.updateMany({ where: { id, userId: viewer.userId }, data: { countyId } }),
  )
}
