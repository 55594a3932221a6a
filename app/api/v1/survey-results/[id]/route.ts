import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { resultById } from '@/lib/api/survey-views'

export const GET = serve(operations.readSurveyResult, ({ viewer, params }) =>
  resultById(viewer, params.id),
)
