'use server'
import { action } from '@/lib/action'
import { changeTeam as change } from '@/lib/villages/commands'
import { changeTeamInput } from '@/lib/villages/schema'

export const changeTeam = action({
  schema: changeTeamInput,
  permission: 'village.edit',
  run: change,
  done: (_, input) => ({
    to: `/villages/${input.villageId}`,
    say: { code: 'villages.done.team' },
  }),
})
