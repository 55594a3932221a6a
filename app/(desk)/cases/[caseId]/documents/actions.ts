'use server'
import { action } from '@/lib/action'
import { addAttachment as run } from '@/lib/attachments/commands'
import { addAttachmentInput } from '@/lib/attachments/schema'

export const addAttachment = action({
  schema: addAttachmentInput,
  permission: 'attachment.add',
  run,
  done: () => ({ say: { code: 'attachments.done.added' } }),
})
