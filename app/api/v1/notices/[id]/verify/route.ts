import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { verifyNotice } from '@/lib/notices/step-commands'

export const POST = serve(operations.verifyNotice, ({ viewer, params, body, request }) => {
  const path = `/notices/${params.id}/verify`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, async () => {
    return { id: await verifyNotice(viewer, { ...body, noticeId: params.id }) }
  })
})
