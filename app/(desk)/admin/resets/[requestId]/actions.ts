'use server'
import { confirmReset, refuseReset } from '@/lib/accounts/reset-commands'
import { onReset } from '@/lib/accounts/schema'
import { action } from '@/lib/action'

export const confirmResetAction = action({
  schema: onReset,
  permission: 'appointment.confirm',
  run: (viewer, input) => confirmReset(viewer, input, new Date()),
  // In place: a new password is shown here, once.
  done: ({ account, password }) => ({
    say: password
      ? { code: 'admin.person.resetDone', params: { account, password } }
      : { code: 'admin.done.factorRemoved' },
  }),
})

export const refuseResetAction = action({
  schema: onReset,
  permission: 'appointment.confirm',
  run: (viewer, input) => refuseReset(viewer, input, new Date()),
  done: () => ({ to: '/admin/appointments', say: { code: 'admin.done.resetRefused' } }),
})
