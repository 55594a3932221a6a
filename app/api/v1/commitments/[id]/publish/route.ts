import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { publishCommitment } from '@/lib/commitments/step-commands'

export const POST = serve(operations.publishCommitment, ({ viewer, params, body, request }) => {
  const path = `/commitments/${params.id}/publish`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, () =>
    publishCommitment(viewer, { ...body, commitmentId: params.id }),
  )
})
