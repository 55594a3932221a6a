'use server'
import { changePassword } from '@/lib/accounts/password-commands'
import { changePasswordInput } from '@/lib/accounts/schema'
import { sessionAction } from '@/lib/action'

export const changePasswordAction = sessionAction({
  schema: changePasswordInput,
  run: async ({ viewer, mustChangePassword }, input) => {
    await changePassword(viewer, input, new Date())
    return { forced: mustChangePassword }
  },
  done: ({ forced }) => ({
    to: forced ? '/' : '/account',
    say: { code: 'accounts.done.password' },
  }),
})
