import { apiCommitment } from '@/lib/api/commitment-views'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.readCommitment, ({ viewer, params }) =>
  apiCommitment(viewer, params.id),
)
