import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { apiRecords } from '@/lib/api/record-views'
import { serve } from '@/lib/api/serve'
import { addRecord } from '@/lib/records/commands'

export const GET = serve(operations.listRecords, ({ viewer, query }) => apiRecords(viewer, query))

export const POST = serve(operations.addRecord, ({ viewer, body, request }) =>
  once(viewer, request.headers.get('idempotency-key'), { path: '/records', body }, () =>
    addRecord(viewer, body),
  ),
)
