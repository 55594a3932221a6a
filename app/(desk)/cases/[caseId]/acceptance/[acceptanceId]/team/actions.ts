'use server'
import { formTeamInput } from '@/lib/acceptance/schema'
import { formTeam as run } from '@/lib/acceptance/sheet-commands'
import { action } from '@/lib/action'

export const formTeam = action({
  schema: formTeamInput,
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/acceptance`,
    say: { code: 'acceptance.done.team' },
  }),
})
