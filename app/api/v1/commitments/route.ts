import { apiCommitments } from '@/lib/api/commitment-views'
import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { draftCommitment } from '@/lib/commitments/commands'

export const GET = serve(operations.listCommitments, ({ viewer, query }) =>
  apiCommitments(viewer, query),
)

export const POST = serve(operations.draftCommitment, ({ viewer, body, request }) =>
  once(viewer, request.headers.get('idempotency-key'), { path: '/commitments', body }, () =>
    draftCommitment(viewer, body),
  ),
)
