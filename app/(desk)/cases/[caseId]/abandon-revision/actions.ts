'use server'
import { action } from '@/lib/action'
import { abandonRevision as run } from '@/lib/plans/commands'
import { abandonRevisionInput } from '@/lib/plans/schema'

export const abandonRevision = action({
  schema: abandonRevisionInput,
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/plan`,
    say: { code: 'plans.done.abandonRevision' },
  }),
})
