import { apiFindings } from '@/lib/api/check-views'
import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { enterFinding } from '@/lib/findings/commands'

export const GET = serve(operations.listFindings, ({ viewer, query }) => apiFindings(viewer, query))

export const POST = serve(operations.enterFinding, ({ viewer, body, request }) =>
  once(viewer, request.headers.get('idempotency-key'), { path: '/findings', body }, () =>
    enterFinding(viewer, body),
  ),
)
