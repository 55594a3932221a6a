import { operations } from '@/lib/api/operations'
import { roundById } from '@/lib/api/round-views'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.readRound, ({ viewer, params }) => roundById(viewer, params.id))
