'use server'
import { createToken, revokeToken } from '@/lib/accounts/token-commands'
import { createTokenInput, onToken } from '@/lib/accounts/token-schema'
import { action } from '@/lib/action'

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
