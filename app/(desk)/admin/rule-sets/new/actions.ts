'use server'
import { action } from '@/lib/action'
import { createRuleSet as create } from '@/lib/rule-sets/commands'
import { ruleSetFormInput } from '@/lib/rule-sets/schema'

export const createRuleSet = action({
  schema: ruleSetFormInput,
  permission: 'ruleSet.manage',
  run: create,
  done: (id) => ({
    to: `/admin/rule-sets/${id}`,
    say: { code: 'ruleSets.done.created' },
  }),
})
