'use server'
import { action } from '@/lib/action'
import { adoptRegulations, repealRegulation } from '@/lib/regulations/commands'
import { adoptRegulationsInput, repealRegulationInput } from '@/lib/regulations/schema'

export const adopt = action({
  schema: adoptRegulationsInput,
  permission: 'village.edit',
  run: adoptRegulations,
  done: (_, { villageId }) => ({
    to: `/villages/${villageId}/regulations`,
    say: { code: 'regulations.done.adopt' },
  }),
})

export const repeal = action({
  schema: repealRegulationInput,
  permission: 'village.edit',
  run: repealRegulation,
  done: (villageId) => ({
    to: `/villages/${villageId}/regulations`,
    say: { code: 'regulations.done.repeal' },
  }),
})
