'use server'
import { action } from '@/lib/action'
import { raiseRequest as run } from '@/lib/coordination/commands'
import { raiseRequestInput } from '@/lib/coordination/schema'

export const raiseRequest = action({
  schema: raiseRequestInput,
  permission: 'coordination.raise',
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/coordination`,
    say: { code: 'coordination.done.raise' },
  }),
})
