import { operations } from '@/lib/api/operations'
import { pageOfProblems } from '@/lib/api/problem-list'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.listProblems, ({ viewer, query }) =>
  pageOfProblems(viewer, query),
)
