import 'server-only'
import type { SystemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { transaction } from '@/lib/db'
import { Forbidden } from '@/lib/errors'
import { newId } from '@/lib/ids'

/** What the security log holds, by kind. Never a password, never an unknown account as typed. */
export type SecurityKind = 'signInFailed' | 'signInLocked' | 'codeWrong' | 'denied'

export type SecurityEntry = {
  kind: SecurityKind
  userId: string | null
  countyId: string | null
  details?: Record<string, string | number>
}

/** Writes to the security log in a transaction of its own: what was refused left no other trace. */
export async function logSecurity(viewer: Viewer | SystemViewer, entry: SecurityEntry) {
  const { kind, userId, countyId, details = {} } = entry
  await transaction(
    viewer,
    (tx) => tx.$executeRaw`
      INSERT INTO security_log (id, county_id, user_id, kind, details)
      VALUES (${newId()}::uuid, ${countyId}, ${userId}::uuid, ${kind}, ${JSON.stringify(details)}::jsonb)`,
  )
}

/**
 * A request that was refused (403): who, which permission or rule, on what. Takes the permission or
 * the error itself, whose code stands in for it where no permission was at stake (`ownWork`).
 */
export function logDenied(
  viewer: Viewer,
  refused: string | Forbidden,
  details: Record<string, string | number> = {},
) {
  const permission =
    typeof refused === 'string' ? refused : String(refused.params.permission ?? refused.code)
  const { userId, countyId } = viewer
  return logSecurity(viewer, {
    kind: 'denied',
    userId,
    countyId,
    details: { permission, ...details },
  })
}

/** Does something for a viewer; what is refused with `Forbidden` goes to the security log too. */
export async function loggingDenied<T>(
  viewer: Viewer,
  work: () => T | Promise<T>,
  details?: Record<string, string | number>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Forbidden) await logDenied(viewer, error, details)
    throw error
  }
}
