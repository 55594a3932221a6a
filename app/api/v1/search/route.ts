import { operations } from '@/lib/api/operations'
import { searchFor } from '@/lib/api/search-view'
import { serve } from '@/lib/api/serve'
import { apiCase } from '@/lib/api/views'

export const GET = serve(operations.search, async ({ viewer, query }) => {
  const found = await searchFor(viewer, query.q)
  const show = await apiCase(viewer)
  return { ...found, cases: { ...found.cases, items: found.cases.items.map(show) } }
})
