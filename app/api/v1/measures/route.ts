import { pageOfMeasures } from '@/lib/api/measure-list'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.listMeasures, ({ viewer, query }) =>
  pageOfMeasures(viewer, query),
)
