import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { closeNotice } from '@/lib/notices/step-commands'

export const POST = serve(operations.closeNotice, ({ viewer, params, body, request }) => {
  const path = `/notices/${params.id}/close`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, async () => {
    return { id: await closeNotice(viewer, { ...body, noticeId: params.id }) }
  })
})
