import 'server-only'
import { endSession } from './session-commands'
import { clearSessionCookie, currentSessionId } from './session-cookie'

/** Ends this browser's session, whatever state it is in; only in actions and route handlers. */
export async function signOutHere(): Promise<void> {
  const sessionId = await currentSessionId()
  if (sessionId) await endSession(sessionId, new Date())
  await clearSessionCookie()
}
