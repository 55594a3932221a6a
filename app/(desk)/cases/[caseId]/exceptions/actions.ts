'use server'
import { action } from '@/lib/action'
import { recordException as run } from '@/lib/exceptions/commands'
import { recordExceptionInput } from '@/lib/exceptions/schema'

export const recordException = action({
  schema: recordExceptionInput,
  permission: 'exception.record',
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/acceptance`,
    say: { code: 'acceptance.done.exception' },
  }),
})
