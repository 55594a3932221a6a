import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { finishVisitTask } from '@/lib/visits/change-commands'

export const POST = serve(operations.finishVisitTask, ({ viewer, params, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: `/visits/${params.id}/finish-task`, body },
    () => finishVisitTask(viewer, { ...body, visitId: params.id }),
  ),
)
