import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { addResult } from '@/lib/records/result-commands'

export const POST = serve(operations.addResult, ({ viewer, params, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: `/records/${params.id}/results`, body },
    () => addResult(viewer, { ...body, recordId: params.id }),
  ),
)
