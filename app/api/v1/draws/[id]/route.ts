import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { exportDraw } from '@/lib/draws/queries'

export const GET = serve(operations.readDraw, ({ viewer, params }) => exportDraw(viewer, params.id))
