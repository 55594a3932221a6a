import { readCaseDetail } from '@/lib/api/case-detail'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { apiCase } from '@/lib/api/views'

export const GET = serve(operations.readCase, async ({ viewer, params }) => {
  const { listed, ...detail } = await readCaseDetail(viewer, params.id)
  const show = await apiCase(viewer)
  return { ...show(listed), ...detail }
})
