'use server'
import { action } from '@/lib/action'
import { changeBatch as change } from '@/lib/batches/commands'
import { changeBatchInput } from '@/lib/batches/schema'

export const changeBatch = action({
  schema: changeBatchInput,
  permission: 'batch.create',
  run: change,
  done: (_, input) => ({
    to: `/batches/${input.batchId}`,
    say: { code: 'batches.done.changed' },
  }),
})
