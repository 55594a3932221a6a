import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { returnCommitment } from '@/lib/commitments/step-commands'

export const POST = serve(operations.returnCommitment, ({ viewer, params, body, request }) => {
  const path = `/commitments/${params.id}/return`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, () =>
    returnCommitment(viewer, { ...body, commitmentId: params.id }),
  )
})
