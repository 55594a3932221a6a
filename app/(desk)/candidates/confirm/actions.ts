'use server'
import { action } from '@/lib/action'
import { confirmMany as run } from '@/lib/cases/bulk-commands'
import { confirmManyInput } from '@/lib/cases/schema'

export const confirmMany = action({
  schema: confirmManyInput,
  permission: 'case.confirm',
  run,
  done: ({ confirmed, left }, { batchId }) => ({
    to: `/batches/${batchId}/assign`,
    say: {
      code: left.length > 0 ? 'candidates.bulk.doneBut' : 'candidates.bulk.done',
      params: { count: confirmed, left: left.length, names: left.join('、') },
    },
  }),
})
