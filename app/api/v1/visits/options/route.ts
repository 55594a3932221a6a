import { operations } from '@/lib/api/operations'
import { serve } from '@/lib/api/serve'
import { readVisitForm } from '@/lib/visits/form-queries'

export const GET = serve(operations.visitOptions, async ({ viewer }) => {
  const { cases, colleagues } = await readVisitForm(viewer)
  const named = ({ village: { id, name } }: (typeof cases)[number]) => ({ id, name })
  return {
    today: viewer.today,
    cases: cases.map((kase) => ({ ...kase, village: named(kase) })),
    colleagues,
  }
})
