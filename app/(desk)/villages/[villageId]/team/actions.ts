'use server'
import { action } from '@/lib/action'
import { changeTeam as change, correctTerm as correct } from '@/lib/leading-team/commands'
import { changeTeamInput, correctTermInput } from '@/lib/leading-team/schema'

const team = (villageId: string) => `/villages/${villageId}/team`

export const changeTeam = action({
  schema: changeTeamInput,
  permission: 'village.edit',
  run: change,
  done: (_, input) => ({ to: team(input.villageId), say: { code: 'villages.done.team' } }),
})

export const correctTerm = action({
  schema: correctTermInput,
  permission: 'village.edit',
  run: correct,
  done: (_, input) => ({ to: team(input.villageId), say: { code: 'villages.done.term' } }),
})
