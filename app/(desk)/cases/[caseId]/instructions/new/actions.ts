'use server'
import { action } from '@/lib/action'
import { recordInstruction as run } from '@/lib/instructions/commands'
import { recordInstructionInput } from '@/lib/instructions/schema'

export const recordInstruction = action({
  schema: recordInstructionInput,
  permission: 'instruction.record',
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}/coordination`,
    say: { code: 'coordination.done.instruction' },
  }),
})
