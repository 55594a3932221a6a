'use server'
import { applyForAcceptance as run } from '@/lib/acceptance/commands'
import { applyForAcceptanceInput } from '@/lib/acceptance/schema'
import { action } from '@/lib/action'

export const applyForAcceptance = action({
  schema: applyForAcceptanceInput,
  permission: 'acceptance.apply',
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/acceptance`,
    say: { code: 'acceptance.done.applied' },
  }),
})
