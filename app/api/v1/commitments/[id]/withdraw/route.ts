import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { withdrawCommitment } from '@/lib/commitments/step-commands'

export const POST = serve(operations.withdrawCommitment, ({ viewer, params, body, request }) => {
  const path = `/commitments/${params.id}/withdraw`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, () =>
    withdrawCommitment(viewer, { ...body, commitmentId: params.id }),
  )
})
