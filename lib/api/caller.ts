import 'server-only'
import { loadToken } from '@/lib/access/load-viewer'
import { pendingStep, requireApiViewer } from '@/lib/access/viewer'
import type { Viewer } from '@/lib/access/viewer-types'
import { markTokenUsed } from '@/lib/accounts/token-commands'
import { bearerToken, tokenHash } from '@/lib/accounts/token-rules'
import { today } from '@/lib/clock'
import { Unauthorized } from '@/lib/errors'

/** Who asks, by which credential, and whether that one may write. */
export type Caller = { viewer: Viewer; by: 'session' | 'token'; writes: boolean }

/**
 * The caller of an API request: by the `Authorization` header when there is one, else by the
 * session's cookie. A token that is refused is never made good by a cookie.
 */
export async function callerOf(request: Request): Promise<Caller> {
  const header = request.headers.get('authorization')
  if (header === null) {
    const viewer = await requireApiViewer()
    // A phone sends what it kept under the name of whoever wrote it, never as somebody else.
    const writer = request.headers.get('x-written-by')
    if (writer !== null && writer !== viewer.userId) throw new Unauthorized('writtenByAnother')
    return { viewer, by: 'session', writes: true }
  }
  const token = bearerToken(header)
  const standing = token && (await loadToken(tokenHash(token), today()))
  if (!standing || pendingStep(standing)) throw new Unauthorized('tokenRefused')
  const { viewer, writes, tokenId, lastUsedOn } = standing
  await markTokenUsed(tokenId, lastUsedOn, viewer.today)
  return { viewer, by: 'token', writes }
}
