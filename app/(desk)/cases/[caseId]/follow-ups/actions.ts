'use server'
import { action } from '@/lib/action'
import { recordFollowUp as run } from '@/lib/follow-ups/commands'
import { recordFollowUpInput } from '@/lib/follow-ups/schema'

export const recordFollowUp = action({
  schema: recordFollowUpInput,
  permission: 'followUp.record',
  run,
  done: (_, { caseId, result }) => ({
    to: `/cases/${caseId}/acceptance`,
    say: {
      code: result === 'RELAPSED' ? 'followUps.done.relapsed' : 'followUps.done.recorded',
    },
  }),
})
