'use server'
import { action } from '@/lib/action'
import { revisePlan as run } from '@/lib/plans/commands'
import { revisePlanInput } from '@/lib/plans/schema'

export const revisePlan = action({
  schema: revisePlanInput,
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/plan/edit`,
    say: { code: 'plans.done.revisePlan' },
  }),
})
