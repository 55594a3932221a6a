'use server'
import { action } from '@/lib/action'
import { changeFacts as change } from '@/lib/villages/commands'
import { changeFactsInput } from '@/lib/villages/schema'

export const changeFacts = action({
  schema: changeFactsInput,
  permission: 'village.edit',
  run: change,
  done: (_, input) => ({
    to: `/villages/${input.villageId}`,
    say: { code: 'villages.done.facts' },
  }),
})
