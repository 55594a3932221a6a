'use server'
import { signOutEverywhereHere } from '@/lib/accounts/browser-commands'
import { endSessionInput, noInput } from '@/lib/accounts/schema'
import { endOwnSession } from '@/lib/accounts/session-commands'
import { action, sessionAction } from '@/lib/action'

export const endSessionAction = action({
  schema: endSessionInput,
  run: (viewer, { sessionId }) => endOwnSession(viewer, sessionId, new Date()),
  done: () => ({ to: '/account', say: { code: 'accounts.done.sessionEnded' } }),
})

export const signOutEverywhereAction = sessionAction({
  schema: noInput,
  run: signOutEverywhereHere,
  done: () => ({ to: '/sign-in' }),
})
