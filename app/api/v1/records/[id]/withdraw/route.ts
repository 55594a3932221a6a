import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { withdrawRecord } from '@/lib/records/change-commands'

export const POST = serve(operations.withdrawRecord, ({ viewer, params, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: `/records/${params.id}/withdraw`, body },
    () => withdrawRecord(viewer, { ...body, recordId: params.id }),
  ),
)
