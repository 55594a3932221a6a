import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { performVerb } from '@/lib/api/perform-verb'
import { serve } from '@/lib/api/serve'

export const POST = serve(operations.advance, ({ viewer, params, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: `/cases/${params.id}/${params.verb}`, body },
    () => performVerb(viewer, params.id, params.verb, body),
  ),
)
