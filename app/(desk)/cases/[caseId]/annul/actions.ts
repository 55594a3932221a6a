'use server'
import { action } from '@/lib/action'
import { annul as run } from '@/lib/cases/annul-commands'
import { annulInput } from '@/lib/cases/schema'

export const annul = action({
  schema: annulInput,
  permission: 'case.annul',
  run,
  done: (_, input) => ({
    to: `/cases/${input.caseId}`,
    say: { code: 'exceptional.done.annulled' },
  }),
})
