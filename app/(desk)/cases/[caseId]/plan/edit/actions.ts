'use server'
import { action } from '@/lib/action'
import { savePlan as save } from '@/lib/plans/commands'
import { savePlanInput } from '@/lib/plans/schema'

export const savePlan = action({
  schema: savePlanInput,
  permission: 'plan.draft',
  run: save,
  done: () => ({ say: { code: 'plans.done.saved' } }),
})
