import 'server-only'
import { visibleCases } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer-types'
import type { Calendar } from '@/lib/calendar/rules'
import type { CaseLight } from '@/lib/cases/light'
import { addDays, type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { bandsOf, type CountedRow, gridOf, totalsOf } from './figures'
import { measureLight, queueMeasure } from './measure-items'

/** Batches as bands and townships by stage, over the cases the viewer sees: three statements. */
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
  const batches = await tx.batch.findMany({
    where: { countyId: viewer.countyId },
    orderBy: { number: 'asc' },
    select: { id: true, name: true, year: true },
  })
  const townships = await tx.township.findMany({
    where: { countyId: viewer.countyId },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
  return {
    bands: bandsOf(rows, batches).filter(({ total }) => total > 0),
    grid: gridOf(rows, townships, viewer.today),
    totals: totalsOf(rows),
  }
}

export type Deadline = {
  key: string
  day: Day
  title: string
  village: string
  href: string
  light: CaseLight
}

const ahead = 14
const shown = 50

/** Measures due within 14 days, the nearest first: one statement. */
export async function deadlinesOf(tx: Tx, viewer: Viewer, calendar: Calendar): Promise<Deadline[]> {
  const { today, countyId } = viewer
  const rows = await tx.measure.findMany({
    where: {
      countyId,
      status: 'OPEN',
      dueOn: { gte: fromDay(today), lte: fromDay(addDays(today, ahead)) },
      case: { AND: [visibleCases(viewer), { stage: 'RECTIFYING', paused: false }] },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: shown,
    select: {
      ...queueMeasure,
      case: { select: { id: true, village: { select: { name: true } } } },
    },
  })
  return rows.map((row) => ({
    key: row.id,
    day: toDay(row.dueOn),
    title: row.title,
    village: row.case.village.name,
    href: `/cases/${row.case.id}/measures/${row.id}`,
    light: measureLight(row, today, calendar),
  }))
}
