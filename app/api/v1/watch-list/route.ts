import { apiListings } from '@/lib/api/appraisal-views'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.listWatchListings, ({ viewer, query }) =>
  apiListings(viewer, query),
)
