'use server'
import { changePerson, restoreAccount, suspendAccount } from '@/lib/accounts/people-commands'
import { removeSecondFactorOf, resetPassword } from '@/lib/accounts/reset-commands'
import { changePersonInput, onPerson, onTokenOf, suspendInput } from '@/lib/accounts/schema'
import { revokeTokenOf } from '@/lib/accounts/token-commands'
import { action } from '@/lib/action'

const person = (userId: string) => `/admin/people/${userId}`

export const changePersonAction = action({
  schema: changePersonInput,
  run: changePerson,
  done: (_, { userId }) => ({ to: person(userId), say: { code: 'admin.done.changed' } }),
})

export const suspendAction = action({
  schema: suspendInput,
  run: (viewer, input) => suspendAccount(viewer, input, new Date()),
  done: (_, { userId }) => ({ to: person(userId), say: { code: 'admin.done.suspended' } }),
})

export const restoreAction = action({
  schema: onPerson,
  run: restoreAccount,
  done: (_, { userId }) => ({ to: person(userId), say: { code: 'admin.done.restored' } }),
})

export const resetPasswordAction = action({
  schema: onPerson,
  run: (viewer, input) => resetPassword(viewer, input, new Date()),
  // In place: the password is shown here, once.
  done: ({ account, password }) => ({
    say: password
      ? { code: 'admin.person.resetDone', params: { account, password } }
      : { code: 'admin.done.resetAsked' },
  }),
})

export const removeFactorAction = action({
  schema: onPerson,
  run: (viewer, input) => removeSecondFactorOf(viewer, input, new Date()),
  done: ({ asked }, { userId }) => ({
    to: person(userId),
    say: { code: asked ? 'admin.done.resetAsked' : 'admin.done.factorRemoved' },
  }),
})

export const revokeTokenOfAction = action({
  schema: onTokenOf,
  run: (viewer, input) => revokeTokenOf(viewer, input, new Date()),
  done: (_, { userId }) => ({ to: person(userId), say: { code: 'accounts.tokens.revokedNow' } }),
})
