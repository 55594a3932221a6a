import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { reportCommitment } from '@/lib/commitments/step-commands'

export const POST = serve(operations.reportCommitment, ({ viewer, params, body, request }) => {
  const path = `/commitments/${params.id}/report`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, () =>
    reportCommitment(viewer, { ...body, commitmentId: params.id }),
  )
})
