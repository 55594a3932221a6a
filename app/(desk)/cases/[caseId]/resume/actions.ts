'use server'
import { action } from '@/lib/action'
import { resume as run } from '@/lib/cases/pause-commands'
import { resumeInput } from '@/lib/cases/schema'

export const resume = action({
  schema: resumeInput,
  permission: 'case.pause',
  run,
  done: (_, input) => ({
    to: `/cases/${input.caseId}`,
    say: { code: 'exceptional.done.resumed' },
  }),
})
