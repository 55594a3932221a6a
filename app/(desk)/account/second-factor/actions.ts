'use server'
import { requireApiSession } from '@/lib/access/viewer'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
} from '@/lib/accounts/own-second-factor'
import { confirmSecondFactorInput, noInput, removeSecondFactorInput } from '@/lib/accounts/schema'
import { publicAction } from '@/lib/action'

const viewerOfSession = async () => (await requireApiSession()).viewer

export const beginAction = publicAction({
  schema: noInput,
  run: async () => beginSecondFactor(await viewerOfSession()),
  done: () => ({ to: '/account/second-factor' }),
})

export const confirmAction = publicAction({
  schema: confirmSecondFactorInput,
  run: async (input) => confirmSecondFactor(await viewerOfSession(), input, new Date()),
  done: () => ({ to: '/account', say: { code: 'accounts.done.factorSet' } }),
})

export const removeAction = publicAction({
  schema: removeSecondFactorInput,
  run: async (input) => removeSecondFactor(await viewerOfSession(), input, new Date()),
  done: () => ({ to: '/account', say: { code: 'accounts.done.factorRemoved' } }),
})
