import 'server-only'
import { cookies, headers } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/lib/env'
import { isId } from '@/lib/ids'

/** The cookie outlives every session: how long one lasts is decided by its row alone. */
export const cookieDays = 30
const maxAge = cookieDays * 24 * 3600

/** Behind TLS the cookie never travels in the clear; the name is the one next-auth reads. */
export const secureCookies = () => env().NEXTAUTH_URL.startsWith('https://')
export const cookieName = () =>
  secureCookies() ? '__Secure-next-auth.session-token' : 'next-auth.session-token'

/** Who holds the session and which it is: all that the cookie says. */
export type SessionToken = { userId: string; sessionId: string }

/** The session that this request's cookie names; it may have ended, the caller looks it up. */
export async function currentSessionId(): Promise<string | undefined> {
  const token = (await cookies()).get(cookieName())?.value
  if (!token) return undefined
  const said = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  return isId(said?.sid) ? said.sid : undefined
}

/** Gives this browser the session; only in actions and route handlers. */
export async function setSessionCookie({ userId, sessionId }: SessionToken): Promise<void> {
  const secret = env().NEXTAUTH_SECRET
  const value = await encode({ token: { sub: userId, sid: sessionId }, secret, maxAge })
  const options = { httpOnly: true, sameSite: 'lax', path: '/', maxAge } as const
  ;(await cookies()).set(cookieName(), value, { ...options, secure: secureCookies() })
}

export async function clearSessionCookie(): Promise<void> {
  ;(await cookies()).delete({ name: cookieName(), path: '/', secure: secureCookies() })
}

/** How the browser of this request describes itself. */
export async function browserName(): Promise<string> {
  return (await headers()).get('user-agent') ?? ''
}
