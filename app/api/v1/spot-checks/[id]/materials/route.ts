import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { requestMaterial } from '@/lib/spot-checks/material-commands'

export const POST = serve(operations.requestMaterial, ({ viewer, params, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: `/spot-checks/${params.id}/materials`, body },
    () => requestMaterial(viewer, { ...body, spotCheckId: params.id }),
  ),
)
