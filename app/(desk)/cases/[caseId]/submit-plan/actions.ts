'use server'
import { action } from '@/lib/action'
import { submitPlan as run } from '@/lib/plans/commands'
import { submitPlanInput } from '@/lib/plans/schema'

export const submitPlan = action({
  schema: submitPlanInput,
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/plan`,
    say: { code: 'plans.done.submitPlan' },
  }),
})
