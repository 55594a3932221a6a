import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { apiVisits } from '@/lib/api/visit-views'
import { logVisit } from '@/lib/visits/commands'

export const GET = serve(operations.listVisits, ({ viewer, query }) => apiVisits(viewer, query))

export const POST = serve(operations.logVisit, ({ viewer, body, request }) =>
  once(viewer, request.headers.get('idempotency-key'), { path: '/visits', body }, () =>
    logVisit(viewer, body),
  ),
)
