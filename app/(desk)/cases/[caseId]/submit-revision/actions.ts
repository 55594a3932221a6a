'use server'
import { action } from '@/lib/action'
import { submitRevision as run } from '@/lib/plans/commands'
import { submitPlanInput } from '@/lib/plans/schema'

export const submitRevision = action({
  schema: submitPlanInput,
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/plan`,
    say: { code: 'plans.done.submitRevision' },
  }),
})
