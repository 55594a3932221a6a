import { apiNotice } from '@/lib/api/notice-views'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.readNotice, ({ viewer, params }) =>
  apiNotice(viewer, params.id),
)
