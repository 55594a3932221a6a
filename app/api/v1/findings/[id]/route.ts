import { apiFinding } from '@/lib/api/check-views'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.readFinding, ({ viewer, params }) =>
  apiFinding(viewer, params.id),
)
