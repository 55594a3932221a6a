'use server'
import { action } from '@/lib/action'
import { returnRevision as run } from '@/lib/plans/commands'
import { returnPlanInput } from '@/lib/plans/schema'

export const returnRevision = action({
  schema: returnPlanInput,
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/plan`,
    say: { code: 'plans.done.returnRevision' },
  }),
})
