'use server'
import { action } from '@/lib/action'
import { approvePlan as run } from '@/lib/plans/commands'
import { approvePlanInput } from '@/lib/plans/schema'

export const approvePlan = action({
  schema: approvePlanInput,
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/plan`,
    say: { code: 'plans.done.approvePlan' },
  }),
})
