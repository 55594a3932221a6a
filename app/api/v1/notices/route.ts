import { once } from '@/lib/api/idempotency'
import { apiNotices } from '@/lib/api/notice-views'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { draftNotice } from '@/lib/notices/draft-commands'

export const GET = serve(operations.listNotices, ({ viewer, query }) => apiNotices(viewer, query))

export const POST = serve(operations.draftNotice, ({ viewer, body, request }) =>
  once(viewer, request.headers.get('idempotency-key'), { path: '/notices', body }, async () => ({
    id: await draftNotice(viewer, body),
  })),
)
