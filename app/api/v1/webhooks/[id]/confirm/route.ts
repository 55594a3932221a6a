import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { confirmWebhook } from '@/lib/notifications/webhook-commands'

export const POST = serve(operations.confirmWebhook, ({ viewer, params, body, request }) => {
  const path = `/webhooks/${params.id}/confirm`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, async () => {
    await confirmWebhook(viewer, { ...body, subscriptionId: params.id }, new Date())
    return { status: 'done' as const }
  })
})
