import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { editRecord } from '@/lib/records/change-commands'

export const POST = serve(operations.editRecord, ({ viewer, params, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: `/records/${params.id}/edit`, body },
    () => editRecord(viewer, { ...body, recordId: params.id }),
  ),
)
