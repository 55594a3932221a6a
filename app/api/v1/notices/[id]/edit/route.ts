import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { editNotice } from '@/lib/notices/draft-commands'

export const POST = serve(operations.editNotice, ({ viewer, params, body, request }) => {
  const path = `/notices/${params.id}/edit`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, async () => {
    return { id: await editNotice(viewer, { ...body, noticeId: params.id }) }
  })
})
