import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { listBatches } from '@/lib/batches/queries'

export const GET = serve(operations.listBatches, async ({ viewer }) => {
  const batches = await listBatches(viewer)
  return {
    items: batches.map(({ id, number, name, year, total, transformed, byStage }) => ({
      id,
      number,
      name,
      year,
      total,
      transformed,
      byStage,
    })),
  }
})
