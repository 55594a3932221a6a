import { apiAttachments } from '@/lib/api/attachment-views'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { addAttachment } from '@/lib/attachments/commands'

export const GET = serve(operations.listAttachments, ({ viewer, query }) =>
  apiAttachments(viewer, query),
)

/** Idempotent by the id in the body: no key besides it. */
export const POST = serve(operations.addAttachment, async ({ viewer, body }) => {
  const { repeated, ...stored } = await addAttachment(viewer, body)
  return repeated ? Response.json(stored, { headers: { 'cache-control': 'no-store' } }) : stored
})
