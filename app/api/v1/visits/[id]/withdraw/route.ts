import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { withdrawVisit } from '@/lib/visits/change-commands'

export const POST = serve(operations.withdrawVisit, ({ viewer, params, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: `/visits/${params.id}/withdraw`, body },
    () => withdrawVisit(viewer, { ...body, visitId: params.id }),
  ),
)
