import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { performAct } from '@/lib/api/perform-act'
import { serve } from '@/lib/api/serve'

export const POST = serve(operations.act, ({ viewer, params, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: `/${params.part}/${params.id}/${params.act}`, body },
    () => performAct(viewer, params, body),
  ),
)
