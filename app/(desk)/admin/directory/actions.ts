'use server'
import { action } from '@/lib/action'
import { importDivisionFile } from '@/lib/directory/commands'
import { importDivisionsInput } from '@/lib/directory/schema'

export const importDivisions = action({
  schema: importDivisionsInput,
  permission: 'directory.import',
  run: importDivisionFile,
  done: ({ added, renamed, unchanged }) => ({
    to: '/admin/directory',
    say: { code: 'directory.done.imported', params: { added, renamed, unchanged } },
  }),
})
