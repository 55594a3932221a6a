'use server'
import { passTownship as pass } from '@/lib/acceptance/commands'
import { scoreFormInput } from '@/lib/acceptance/schema'
import { saveScores } from '@/lib/acceptance/sheet-commands'
import { action } from '@/lib/action'

export const passTownship = action({
  schema: scoreFormInput,
  permission: 'acceptance.township',
  run: (viewer, input) =>
    input.intent === 'save' ? saveScores(viewer, input) : pass(viewer, input),
  done: (_, { caseId, intent }) =>
    intent === 'save'
      ? { say: { code: 'acceptance.done.saved' } }
      : { to: `/cases/${caseId}/acceptance`, say: { code: 'acceptance.done.passedTownship' } },
})
