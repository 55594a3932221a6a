import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { correctSpotCheck } from '@/lib/spot-checks/report-commands'

export const POST = serve(operations.correctSpotCheck, ({ viewer, params, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: `/spot-checks/${params.id}/correct`, body },
    () => correctSpotCheck(viewer, { ...body, spotCheckId: params.id }),
  ),
)
