import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { signNotice } from '@/lib/notices/sign-commands'

export const POST = serve(operations.signNotice, ({ viewer, params, body, request }) => {
  const path = `/notices/${params.id}/sign`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, async () => {
    const { noticeId: id, reference } = await signNotice(viewer, { ...body, noticeId: params.id })
    return { id, reference }
  })
})
