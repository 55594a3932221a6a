import { pageOfAcceptances } from '@/lib/api/acceptance-list'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.listAcceptances, ({ viewer, query }) =>
  pageOfAcceptances(viewer, query),
)
