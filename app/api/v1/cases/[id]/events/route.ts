import { readSealedTimeline } from '@/lib/api/case-events'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { apiEvent } from '@/lib/api/views'

export const GET = serve(operations.listEvents, async ({ viewer, params, query }) => {
  const page = await readSealedTimeline(viewer, params.id, query)
  const show = await apiEvent()
  return { items: page.events.map(show), nextCursor: page.nextCursor, total: page.total }
})
