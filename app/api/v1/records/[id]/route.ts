import { operations } from '@/lib/api/operations'
import { apiRecord } from '@/lib/api/record-views'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.readRecord, ({ viewer, params }) =>
  apiRecord(viewer, params.id),
)
