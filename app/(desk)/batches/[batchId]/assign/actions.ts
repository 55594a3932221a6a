'use server'
import { action } from '@/lib/action'
import { assignMany as run } from '@/lib/assignments/grid-commands'
import { assignManyInput } from '@/lib/assignments/schema'

export const assignMany = action({
  schema: assignManyInput,
  permission: 'assignment.manage',
  run,
  done: ({ filled, replaced }, { batchId, township, gaps }) => {
    const view = new URLSearchParams({ ...(township && { township }), ...(gaps && { gaps }) })
    return {
      to: `/batches/${batchId}/assign${view.size > 0 ? `?${view}` : ''}`,
      say: { code: 'assignments.grid.done', params: { filled, replaced, all: filled + replaced } },
    }
  },
})
