'use server'
import { action } from '@/lib/action'
import { enterHistorical as run } from '@/lib/cases/historical-commands'
import { enterHistoricalInput } from '@/lib/cases/schema'

export const enterHistorical = action({
  schema: enterHistoricalInput,
  permission: 'case.enterHistorical',
  run,
  done: (id) => ({ to: `/cases/${id}`, say: { code: 'candidates.done.historical' } }),
})
