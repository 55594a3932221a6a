import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { apiVisit } from '@/lib/api/visit-views'

export const GET = serve(operations.readVisit, ({ viewer, params }) => apiVisit(viewer, params.id))
