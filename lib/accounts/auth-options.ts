import 'server-only'
import type { AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from '@/lib/env'
import { DomainError } from '@/lib/errors'
import { isId } from '@/lib/ids'
import { signInInput } from './schema'
import { endSession } from './session-commands'
import { cookieDays, cookieName, secureCookies } from './session-cookie'
import { signIn } from './sign-in-commands'

const field = { type: 'text' } as const

/**
 * next-auth for programs and for single sign-on later; the sign-in page calls the same command. The
 * token holds the user's and the session's id and nothing else: rights are read on every request.
 */
export function authOptions(): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: secureCookies(),
    session: { strategy: 'jwt', maxAge: cookieDays * 24 * 3600 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: cookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secureCookies() },
      },
    },
    providers: [
      Credentials({
        credentials: { account: field, password: { type: 'password' }, code: field },
        authorize: async (given, request) => {
          const input = signInInput.safeParse(given)
          if (!input.success) return null
          const agent: unknown = request.headers?.['user-agent']
          try {
            const opened = await signIn(input.data, {
              now: new Date(),
              userAgent: typeof agent === 'string' ? agent : '',
            })
            return { id: opened.userId, sid: opened.sessionId }
          } catch (error) {
            if (error instanceof DomainError) return null
            throw error
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user
          ? { sub: user.id, sid: (user as { sid?: string }).sid }
          : { sub: token.sub, sid: token.sid },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (isId(token?.sid)) await endSession(token.sid, new Date())
      },
    },
  }
}
