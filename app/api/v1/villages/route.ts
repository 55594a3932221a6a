import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { listVillages } from '@/lib/villages/queries'

export const GET = serve(operations.listVillages, async ({ viewer, query }) => {
  const { limit, cursor, ...filter } = query
  const page = await listVillages(viewer, { ...filter, after: cursor }, limit)
  const townships = new Map(page.townships.map((township) => [township.id, township.name]))
  return {
    items: page.villages.map((village) => ({
      id: village.id,
      code: village.code,
      name: village.name,
      kind: village.kind,
      township: { code: village.township.id, name: townships.get(village.township.id) ?? '' },
    })),
    nextCursor: page.nextCursor,
    total: page.total,
  }
})
