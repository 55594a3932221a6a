import { once } from '@/lib/api/idempotency'
import { pageOfInstructions } from '@/lib/api/instruction-list'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { recordInstruction } from '@/lib/instructions/commands'

export const GET = serve(operations.listInstructions, ({ viewer, query }) =>
  pageOfInstructions(viewer, query),
)

export const POST = serve(operations.recordInstruction, ({ viewer, body, request }) =>
  once(
    viewer,
    request.headers.get('idempotency-key'),
    { path: '/instructions', body },
    async () => ({ id: await recordInstruction(viewer, body) }),
  ),
)
