'use server'
import { createAccount } from '@/lib/accounts/people-commands'
import { createAccountInput } from '@/lib/accounts/schema'
import { action } from '@/lib/action'

export const createAccountAction = action({
  schema: createAccountInput,
  permission: 'account.manage',
  run: (viewer, input) => createAccount(viewer, input, new Date()),
  // In place and not on the next page: the password is shown here, once, and kept nowhere.
  done: ({ account, name, password }) => ({
    say: { code: 'admin.people.created', params: { account, name, password } },
  }),
})
