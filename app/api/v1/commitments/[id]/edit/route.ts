import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { editCommitment } from '@/lib/commitments/step-commands'

export const POST = serve(operations.editCommitment, ({ viewer, params, body, request }) => {
  const path = `/commitments/${params.id}/edit`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, () =>
    editCommitment(viewer, { ...body, commitmentId: params.id }),
  )
})
