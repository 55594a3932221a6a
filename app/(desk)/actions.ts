'use server'
import { action } from '@/lib/action'
import { reportUnchangedInput } from '@/lib/meetings/schema'
import { reportUnchanged as run } from '@/lib/meetings/unchanged-commands'

export const reportUnchanged = action({
  schema: reportUnchangedInput,
  permission: 'progress.add',
  run,
  done: (count) => ({ say: { code: 'meeting.done.unchanged', params: { count } } }),
})
