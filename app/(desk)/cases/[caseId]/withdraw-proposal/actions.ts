'use server'
import { action } from '@/lib/action'
import { withdrawProposal as run } from '@/lib/cases/commands'
import { withdrawProposalInput } from '@/lib/cases/schema'

export const withdrawProposal = action({
  schema: withdrawProposalInput,
  permission: 'case.withdrawProposal',
  run,
  done: () => ({ to: '/candidates', say: { code: 'candidates.done.withdrawn' } }),
})
