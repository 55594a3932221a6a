import 'server-only'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Tx } from '@/lib/db'
import { bandsOf, type CountedRow, gridOf, totalsOf } from './figures'

/** Batches as bands and townships by stage, over the cases the viewer sees: two statements. */
export async function overviewOf(tx: Tx, viewer: Viewer) {
  const groups = await tx.case.groupBy({
    by: ['batchId', 'townshipId', 'stage', 'paused'],
    where: visibleCases(viewer),
    _count: { _all: true },
    _min: { yellowOn: true, redOn: true },
  })
  const rows: CountedRow[] = groups.map(({ _count, _min, ...group }) => ({
    ...group,
    ..._min,
    count: _count._all,
  }))
  const { batches, townships } = await tx.county.findUniqueOrThrow({
    where: { id: viewer.countyId },
    select: {
      batches: { orderBy: { number: 'asc' }, select: { id: true, name: true, year: true } },
      townships: { orderBy: { id: 'asc' }, select: { id: true, name: true } },
    },
  })
  return {
    bands: bandsOf(rows, batches).filter(({ total }) => total > 0),
    grid: gridOf(rows, townships, viewer.today),
    totals: totalsOf(rows),
    batches: batches.length,
  }
}
