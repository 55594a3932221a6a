'use server'
import { action } from '@/lib/action'
import { decline as run } from '@/lib/cases/commands'
import { declineInput } from '@/lib/cases/schema'

export const decline = action({
  schema: declineInput,
  permission: 'case.decline',
  run,
  done: () => ({ to: '/candidates', say: { code: 'candidates.done.declined' } }),
})
