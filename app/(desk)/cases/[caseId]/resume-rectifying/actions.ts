'use server'
import { resumeRectifying as run } from '@/lib/acceptance/commands'
import { resumeRectifyingInput } from '@/lib/acceptance/schema'
import { action } from '@/lib/action'

export const resumeRectifying = action({
  schema: resumeRectifyingInput,
  permission: 'case.resumeRectifying',
  run,
  done: (_, { caseId }) => ({
    to: `/cases/${caseId}`,
    say: { code: 'acceptance.done.resumed' },
  }),
})
