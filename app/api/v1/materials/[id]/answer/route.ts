import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { answerMaterial } from '@/lib/spot-checks/material-commands'

export const POST = serve(operations.answerMaterial, ({ viewer, params, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: `/materials/${params.id}/answer`, body },
    async () => {
      await answerMaterial(viewer, { ...body, requestId: params.id })
      return { id: params.id }
    },
  ),
)
