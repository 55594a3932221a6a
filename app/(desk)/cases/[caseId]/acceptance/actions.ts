'use server'
import { action } from '@/lib/action'
import { fileAtPrefecture as run } from '@/lib/closure/commands'
import { fileAtPrefectureInput } from '@/lib/closure/schema'

export const fileAtPrefecture = action({
  schema: fileAtPrefectureInput,
  permission: 'case.close',
  run,
  done: () => ({ say: { code: 'closure.done.filed' } }),
})
