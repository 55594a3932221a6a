import { operations } from '@/lib/api/operations'
import { problemById } from '@/lib/api/problem-list'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.readProblem, ({ viewer, params }) =>
  problemById(viewer, params.id),
)
