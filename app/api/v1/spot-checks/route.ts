import { apiChecks } from '@/lib/api/check-views'
import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { submitSpotCheck } from '@/lib/spot-checks/report-commands'

export const GET = serve(operations.listSpotChecks, ({ viewer, query }) => apiChecks(viewer, query))

export const POST = serve(operations.submitSpotCheck, ({ viewer, body, request }) =>
  once(viewer, request.headers.get('idempotency-key'), { path: '/spot-checks', body }, () =>
    submitSpotCheck(viewer, body),
  ),
)
