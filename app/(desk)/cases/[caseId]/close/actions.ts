'use server'
import { action } from '@/lib/action'
import { close as run } from '@/lib/closure/commands'
import { closeInput } from '@/lib/closure/schema'

export const close = action({
  schema: closeInput,
  permission: 'case.close',
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/acceptance`,
    say: { code: 'closure.done.closed' },
  }),
})
