'use server'
import { action } from '@/lib/action'
import { enterResidence as run } from '@/lib/residence/commands'
import { enterResidenceInput } from '@/lib/residence/schema'

export const enterResidence = action({
  schema: enterResidenceInput,
  permission: 'residence.enter',
  run,
  done: (_, { month }) => ({
    to: `/visits/residence?month=${month}`,
    say: { code: 'visits.residence.saved' },
  }),
})
