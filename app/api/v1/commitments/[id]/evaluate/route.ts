import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { evaluateCommitment } from '@/lib/commitments/step-commands'

export const POST = serve(operations.evaluateCommitment, ({ viewer, params, body, request }) => {
  const path = `/commitments/${params.id}/evaluate`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, () =>
    evaluateCommitment(viewer, { ...body, commitmentId: params.id }),
  )
})
