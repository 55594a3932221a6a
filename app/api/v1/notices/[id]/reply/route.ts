import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { replyNotice } from '@/lib/notices/reply-commands'

export const POST = serve(operations.replyNotice, ({ viewer, params, body, request }) => {
  const path = `/notices/${params.id}/reply`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, async () => {
    return { id: await replyNotice(viewer, { ...body, noticeId: params.id, files: [] }) }
  })
})
