import { apiCheck } from '@/lib/api/check-views'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.readSpotCheck, ({ viewer, params }) =>
  apiCheck(viewer, params.id),
)
