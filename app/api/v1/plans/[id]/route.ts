import { operations } from '@/lib/api/operations'
import { planById } from '@/lib/api/plan-list'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.readPlan, ({ viewer, params }) => planById(viewer, params.id))
