'use server'
import { action } from '@/lib/action'
import { handOver as run } from '@/lib/handover/commands'
import { handOverInput } from '@/lib/handover/schema'

export const handOver = action({
  schema: handOverInput,
  permission: 'handover.run',
  run,
  done: (count) => ({ to: '/handover', say: { code: 'handover.done', params: { count } } }),
})
