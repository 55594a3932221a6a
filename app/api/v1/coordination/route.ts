import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { pageOfRequests } from '@/lib/api/request-list'
import { serve } from '@/lib/api/serve'
import { raiseRequest } from '@/lib/coordination/commands'

export const GET = serve(operations.listRequests, ({ viewer, query }) =>
  pageOfRequests(viewer, query),
)

export const POST = serve(operations.raiseRequest, ({ viewer, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: '/coordination', body },
    async () => ({ id: await raiseRequest(viewer, body) }),
  ),
)
