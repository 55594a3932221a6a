import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { returnNotice } from '@/lib/notices/step-commands'

export const POST = serve(operations.returnNotice, ({ viewer, params, body, request }) => {
  const path = `/notices/${params.id}/return`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, async () => {
    return { id: await returnNotice(viewer, { ...body, noticeId: params.id }) }
  })
})
