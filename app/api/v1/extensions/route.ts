import { pageOfExtensions } from '@/lib/api/measure-list'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.listExtensions, ({ viewer, query }) =>
  pageOfExtensions(viewer, query),
)
