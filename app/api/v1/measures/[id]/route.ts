import { measureById } from '@/lib/api/measure-list'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.readMeasure, ({ viewer, params }) =>
  measureById(viewer, params.id),
)
