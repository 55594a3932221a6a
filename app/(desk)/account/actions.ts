'use server'
import { requireApiSession } from '@/lib/access/viewer'
import { endSessionInput, noInput } from '@/lib/accounts/schema'
import { clearSessionCookie } from '@/lib/accounts/session-cookie'
import { endOwnSession, signOutEverywhere } from '@/lib/accounts/sessions'
import { action, publicAction } from '@/lib/action'

export const endSessionAction = action({
  schema: endSessionInput,
  run: (viewer, { sessionId }) => endOwnSession(viewer, sessionId, new Date()),
  done: () => ({ to: '/account', say: { code: 'accounts.done.sessionEnded' } }),
})

export const signOutEverywhereAction = publicAction({
  schema: noInput,
  run: async () => {
    await signOutEverywhere((await requireApiSession()).viewer, new Date())
    await clearSessionCookie()
  },
  done: () => ({ to: '/sign-in' }),
})
