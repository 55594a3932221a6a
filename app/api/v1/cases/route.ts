import { once } from '@/lib/api/idempotency'
import { operations } from '@/lib/api/operations'
import { problem } from '@/lib/api/problem'
import { serve } from '@/lib/api/serve'
import { apiCase } from '@/lib/api/views'
import { propose } from '@/lib/cases/commands'
import { readFilterChoices, unknownValues } from '@/lib/cases/filter-choices'
import { listCases } from '@/lib/cases/list-queries'

export const GET = serve(operations.listCases, async ({ viewer, query }) => {
  const { limit, cursor, ...filter } = query
  const unknown =
    filter.batch || filter.township ? unknownValues(filter, await readFilterChoices(viewer)) : []
  if (unknown.length > 0) {
    const errors = Object.fromEntries(unknown.map((name) => [name, [{ code: 'invalidChoice' }]]))
    return problem(400, { code: 'badParameter', errors })
  }
  const page = await listCases(viewer, filter, { limit, cursor })
  const show = await apiCase(viewer)
  return { items: page.items.map(show), nextCursor: page.nextCursor, total: page.total }
})

export const POST = serve(operations.propose, ({ viewer, body, request }) =>
  once(viewer, request.headers.get('idempotency-key'), { path: '/cases', body }, async () => ({
    id: await propose(viewer, body),
  })),
)
