'use server'
import { action } from '@/lib/action'
import { carryOver as run } from '@/lib/cases/carry-over-commands'
import { carryOverInput } from '@/lib/cases/schema'

export const carryOver = action({
  schema: carryOverInput,
  permission: 'case.carryOver',
  run,
  done: (_, input) => ({
    to: `/cases/${input.caseId}`,
    say: { code: 'exceptional.done.carried' },
  }),
})
