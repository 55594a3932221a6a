'use server'
import { action } from '@/lib/action'
import { propose as run } from '@/lib/cases/commands'
import { proposeInput } from '@/lib/cases/schema'

export const propose = action({
  schema: proposeInput,
  permission: 'case.propose',
  run,
  done: (id) => ({ to: `/cases/${id}`, say: { code: 'candidates.done.proposed' } }),
})
