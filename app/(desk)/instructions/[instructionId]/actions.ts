'use server'
import { action } from '@/lib/action'
import { answerInstruction as run } from '@/lib/instructions/commands'
import { answerInstructionInput } from '@/lib/instructions/schema'

export const answerInstruction = action({
  schema: answerInstructionInput,
  permission: 'instruction.answer',
  run,
  done: () => ({ say: { code: 'coordination.done.instructionAnswer' } }),
})
