'use server'
import { failCounty as run } from '@/lib/acceptance/commands'
import { failAcceptanceInput } from '@/lib/acceptance/schema'
import { action } from '@/lib/action'

export const failCounty = action({
  schema: failAcceptanceInput,
  permission: 'acceptance.county',
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/acceptance`,
    say: { code: 'acceptance.done.failed' },
  }),
})
