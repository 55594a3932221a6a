import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { acceptCommitment } from '@/lib/commitments/step-commands'

export const POST = serve(operations.acceptCommitment, ({ viewer, params, body, request }) => {
  const path = `/commitments/${params.id}/accept`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, () =>
    acceptCommitment(viewer, { ...body, commitmentId: params.id }),
  )
})
