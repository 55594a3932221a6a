import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { receiveNotice } from '@/lib/notices/step-commands'

export const POST = serve(operations.receiveNotice, ({ viewer, params, body, request }) => {
  const path = `/notices/${params.id}/receive`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, async () => {
    return { id: await receiveNotice(viewer, { ...body, noticeId: params.id }) }
  })
})
