import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { declineWebhook } from '@/lib/notifications/webhook-commands'

export const POST = serve(operations.declineWebhook, ({ viewer, params, body, request }) => {
  const path = `/webhooks/${params.id}/decline`
  return once(viewer, request.headers.get('idempotency-key'), { path, body }, async () => {
    await declineWebhook(viewer, { ...body, subscriptionId: params.id }, new Date())
    return { status: 'done' as const }
  })
})
