import { operations } from '@/lib/api/operations'
import { pageOfOrganisations } from '@/lib/api/part-lists'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.listOrganisations, ({ viewer, query }) =>
  pageOfOrganisations(viewer, query),
)
