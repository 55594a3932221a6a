'use server'
import { action } from '@/lib/action'
import { returnPlan as run } from '@/lib/plans/commands'
import { returnPlanInput } from '@/lib/plans/schema'

export const returnPlan = action({
  schema: returnPlanInput,
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/plan`,
    say: { code: 'plans.done.returnPlan' },
  }),
})
