'use server'
import { signOutEverywhereHere } from '@/lib/accounts/browser-commands'
import { createTokenInput, endSessionInput, noInput, onToken } from '@/lib/accounts/schema'
import { endOwnSession } from '@/lib/accounts/session-commands'
import { createToken, revokeToken } from '@/lib/accounts/token-commands'
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

export const createTokenAction = action({
  schema: createTokenInput,
  run: (viewer, input) => createToken(viewer, input, new Date()),
  // In place: the token is shown here, once.
  done: ({ name, token }) => ({
    say: { code: 'accounts.tokens.created', params: { name, token } },
  }),
})

export const revokeTokenAction = action({
  schema: onToken,
  run: (viewer, input) => revokeToken(viewer, input, new Date()),
  done: () => ({ to: '/account', say: { code: 'accounts.tokens.revokedNow' } }),
})
