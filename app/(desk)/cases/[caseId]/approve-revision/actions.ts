'use server'
import { action } from '@/lib/action'
import { approveRevision as run } from '@/lib/plans/commands'
import { approvePlanInput } from '@/lib/plans/schema'

export const approveRevision = action({
  schema: approvePlanInput,
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/plan`,
    say: { code: 'plans.done.approveRevision' },
  }),
})
