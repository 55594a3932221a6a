import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { pageOfRounds } from '@/lib/api/round-views'
import { serve } from '@/lib/api/serve'
import { planRound } from '@/lib/inspections/commands'

export const GET = serve(operations.listRounds, ({ viewer, query }) => pageOfRounds(viewer, query))

export const POST = serve(operations.planRound, ({ viewer, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: '/inspections', body },
    async () => ({ id: await planRound(viewer, body) }),
  ),
)
