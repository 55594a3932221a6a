'use server'
import { action } from '@/lib/action'
import { confirm as run } from '@/lib/cases/commands'
import { confirmInput } from '@/lib/cases/schema'

export const confirm = action({
  schema: confirmInput,
  permission: 'case.confirm',
  run,
  done: (_, input) => ({
    to: `/cases/${input.caseId}/hand-over`,
    say: { code: 'candidates.done.confirmed' },
  }),
})
