import 'server-only'
import { forbidden, notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { logDenied } from '@/lib/accounts/security-log'
import { markSeen } from '@/lib/accounts/session-commands'
import { currentSessionId } from '@/lib/accounts/session-cookie'
import { today } from '@/lib/clock'
import { env } from '@/lib/env'
import { Forbidden, NotFound, Unauthorized } from '@/lib/errors'
import { loadSession, type SessionState } from './load-viewer'
import { authorize, type Permission } from './policy'
import type { Viewer } from './viewer-types'

/** The session behind this request, read once per request; undefined when nobody is signed in. */
export const currentSession = cache(async (): Promise<SessionState | undefined> => {
  const sessionId = await currentSessionId()
  if (!sessionId) return undefined
  const idleHours = env().SESSION_IDLE_HOURS
  const session = await loadSession(sessionId, { today: today(), idleHours })
  if (session) await markSeen(sessionId, session.lastSeenAt, new Date())
  return session
})

/**
 * The viewer of a page. Sends whoever is not signed in to the sign-in page, and whoever must first
 * change a password, set up a second factor or choose a county to the page for that.
 */
export async function requireViewer(): Promise<Viewer> {
  const session = await currentSession()
  if (!session) redirect('/sign-in')
  const step = pendingStep(session)
  if (step) redirect(step)
  return session.viewer
}

/** The session of a page that somebody may need before anything else: account, password, county. */
export async function requireSession(): Promise<SessionState> {
  return (await currentSession()) ?? redirect('/sign-in')
}

/** The same for the actions of such a page; throws `Unauthorized` instead of redirecting. */
export async function requireApiSession(): Promise<SessionState> {
  const session = await currentSession()
  if (!session) throw new Unauthorized()
  return session
}

/** The viewer of an API request or an action; throws `Unauthorized` instead of redirecting. */
export async function requireApiViewer(): Promise<Viewer> {
  const session = await currentSession()
  if (!session || pendingStep(session)) throw new Unauthorized()
  return session.viewer
}

/** What a session must do before anything else, as the path of its page. */
export function pendingStep(session: SessionState) {
  if (session.mustChangePassword) return '/account/password' as const
  if (session.needsSecondFactor) return '/account/second-factor' as const
  if (!session.countyChosen) return '/account/county' as const
  return undefined
}

/** Runs a page's query: what is out of scope becomes the 404 page, what is not permitted the 403 page. */
export async function forPage<T>(query: Promise<T>): Promise<T> {
  try {
    return await query
  } catch (error) {
    if (error instanceof NotFound || isNoId(error)) notFound()
    if (error instanceof Forbidden) {
      const session = await currentSession()
      if (session) await logDenied(session.viewer, error)
      forbidden()
    }
    throw error
  }
}

/** PostgreSQL's word for an id in the address that is none: nothing has it. */
function isNoId(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return code === 'P2007' && /for type uuid/.test(String(message))
}

/** For a page that reads nothing by a query of its own; what is not permitted becomes the 403 page. */
export async function requirePermission(viewer: Viewer, permission: Permission): Promise<void> {
  await forPage(Promise.resolve().then(() => authorize(viewer, permission)))
}
