import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'

export type OwnSession = {
  id: string
  createdAt: Date
  lastSeenAt: Date
  userAgent: string
  current: boolean
}

/** The viewer's open sessions, the most recently used first. */
export async function readOwnSessions(
  viewer: Viewer,
  { now, idleHours }: { now: Date; idleHours: number },
): Promise<OwnSession[]> {
  const rows = await read(viewer, (tx) =>
    tx.session.findMany({
      where: {
        userId: viewer.userId,
        endedAt: null,
        lastSeenAt: { gt: new Date(now.getTime() - idleHours * 3_600_000) },
      },
      orderBy: { lastSeenAt: 'desc' },
      take: 50,
      select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true },
    }),
  )
  return rows.map((row) => ({ ...row, current: row.id === viewer.sessionId }))
}
