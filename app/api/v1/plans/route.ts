import { operations } from '@/lib/api/operations'
import { pageOfPlans } from '@/lib/api/plan-list'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.listPlans, ({ viewer, query }) => pageOfPlans(viewer, query))
