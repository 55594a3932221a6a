'use server'
import { redirect } from 'next/navigation'
import { endSession } from '@/lib/accounts/session-commands'
import { clearSessionCookie, currentSessionId } from '@/lib/accounts/session-cookie'

/** Ends this browser's session, whatever state it is in. */
export async function signOut(): Promise<void> {
  const sessionId = await currentSessionId()
  if (sessionId) await endSession(sessionId, new Date())
  await clearSessionCookie()
  redirect('/sign-in')
}
