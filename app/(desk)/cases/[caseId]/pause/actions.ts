'use server'
import { action } from '@/lib/action'
import { pause as run } from '@/lib/cases/pause-commands'
import { pauseInput } from '@/lib/cases/schema'

export const pause = action({
  schema: pauseInput,
  permission: 'case.pause',
  run,
  done: (_, input) => ({
    to: `/cases/${input.caseId}`,
    say: { code: 'exceptional.done.paused' },
  }),
})
