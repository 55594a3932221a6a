import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { withdrawNotice } from '@/lib/notices/draft-commands'

export const POST = serve(operations.withdrawNotice, ({ viewer, params, body, request }) => {
  const path = `/notices/${params.id}/withdraw`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, async () => {
    return { id: await withdrawNotice(viewer, { ...body, noticeId: params.id }) }
  })
})
