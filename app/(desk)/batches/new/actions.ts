'use server'
import { action } from '@/lib/action'
import { createBatch as create } from '@/lib/batches/commands'
import { createBatchInput } from '@/lib/batches/schema'

export const createBatch = action({
  schema: createBatchInput,
  permission: 'batch.create',
  run: create,
  done: (id) => ({ to: `/batches/${id}`, say: { code: 'batches.done.created' } }),
})
