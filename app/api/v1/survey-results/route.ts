import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { pageOfResults } from '@/lib/api/survey-views'

export const GET = serve(operations.listSurveyResults, ({ viewer, query }) =>
  pageOfResults(viewer, query),
)
