import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { readBundle } from '@/lib/offline/bundle-queries'

export const GET = serve(operations.readBundle, ({ viewer }) => readBundle(viewer))
