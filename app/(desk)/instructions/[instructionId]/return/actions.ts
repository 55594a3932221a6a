'use server'
import { action } from '@/lib/action'
import { returnInstruction as run } from '@/lib/instructions/return-commands'
import { returnInstructionInput } from '@/lib/instructions/schema'

export const returnInstruction = action({
  schema: returnInstructionInput,
  permission: 'instruction.return',
  run,
  done: (_, { instructionId }) => ({
    to: `/instructions/${instructionId}`,
    say: { code: 'coordination.done.instructionReturn' },
  }),
})
