'use server'
import { action } from '@/lib/action'
import { withdrawPlan as run } from '@/lib/plans/commands'
import { withdrawPlanInput } from '@/lib/plans/schema'

export const withdrawPlan = action({
  schema: withdrawPlanInput,
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/plan`,
    say: { code: 'plans.done.withdrawPlan' },
  }),
})
