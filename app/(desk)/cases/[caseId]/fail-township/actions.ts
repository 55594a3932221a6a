'use server'
import { failTownship as run } from '@/lib/acceptance/commands'
import { failAcceptanceInput } from '@/lib/acceptance/schema'
import { action } from '@/lib/action'

export const failTownship = action({
  schema: failAcceptanceInput,
  permission: 'acceptance.township',
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/acceptance`,
    say: { code: 'acceptance.done.failed' },
  }),
})
