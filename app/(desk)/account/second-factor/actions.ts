'use server'
import { confirmSecondFactorInput, noInput, removeSecondFactorInput } from '@/lib/accounts/schema'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
} from '@/lib/accounts/second-factor-commands'
import { sessionAction } from '@/lib/action'

export const beginAction = sessionAction({
  schema: noInput,
  run: ({ viewer }) => beginSecondFactor(viewer),
  done: () => ({ to: '/account/second-factor' }),
})

export const confirmAction = sessionAction({
  schema: confirmSecondFactorInput,
  run: ({ viewer }, input) => confirmSecondFactor(viewer, input, new Date()),
  done: () => ({ to: '/account', say: { code: 'accounts.done.factorSet' } }),
})

export const removeAction = sessionAction({
  schema: removeSecondFactorInput,
  run: ({ viewer }, input) => removeSecondFactor(viewer, input, new Date()),
  done: () => ({ to: '/account', say: { code: 'accounts.done.factorRemoved' } }),
})
