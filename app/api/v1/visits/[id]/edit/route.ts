import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { editVisit } from '@/lib/visits/change-commands'

export const POST = serve(operations.editVisit, ({ viewer, params, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: `/visits/${params.id}/edit`, body },
    () => editVisit(viewer, { ...body, visitId: params.id }),
  ),
)
