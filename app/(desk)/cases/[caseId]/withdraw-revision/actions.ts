'use server'
import { action } from '@/lib/action'
import { withdrawRevision as run } from '@/lib/plans/commands'
import { withdrawPlanInput } from '@/lib/plans/schema'

export const withdrawRevision = action({
  schema: withdrawPlanInput,
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/plan`,
    say: { code: 'plans.done.withdrawRevision' },
  }),
})
