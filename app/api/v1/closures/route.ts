import { pageOfClosures } from '@/lib/api/acceptance-list'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.listClosures, ({ viewer, query }) =>
  pageOfClosures(viewer, query),
)
