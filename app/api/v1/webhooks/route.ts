import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { webhooksOf } from '@/lib/api/reminder-views'
import { serve } from '@/lib/api/serve'
import { askWebhook } from '@/lib/notifications/webhook-commands'

export const GET = serve(operations.listWebhooks, ({ viewer }) => webhooksOf(viewer))

export const POST = serve(operations.askWebhook, ({ viewer, body, request }) =>
  once(viewer, request.headers.get('idempotency-key'), { path: '/webhooks', body }, async () => ({
    id: await askWebhook(viewer, body),
  })),
)
