'use server'
import { requireApiSession } from '@/lib/access/viewer'
import { changePassword } from '@/lib/accounts/own-password'
import { changePasswordInput } from '@/lib/accounts/schema'
import { publicAction } from '@/lib/action'

export const changePasswordAction = publicAction({
  schema: changePasswordInput,
  run: async (input) => {
    const { viewer, mustChangePassword } = await requireApiSession()
    await changePassword(viewer, input, new Date())
    return { forced: mustChangePassword }
  },
  done: ({ forced }) => ({
    to: forced ? '/' : '/account',
    say: { code: 'accounts.done.password' },
  }),
})
