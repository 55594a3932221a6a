import { instructionById } from '@/lib/api/instruction-list'
import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.readInstruction, ({ viewer, params }) =>
  instructionById(viewer, params.id),
)
