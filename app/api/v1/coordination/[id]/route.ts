import { operations } from '@/lib/api/operations'
import { requestById } from '@/lib/api/request-list'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.readRequest, ({ viewer, params }) =>
  requestById(viewer, params.id),
)
