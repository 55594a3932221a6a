import 'server-only'
import { can } from '@/lib/access/policy'
import { visibleDraws } from '@/lib/access/scope-inspections'
import type { Viewer } from '@/lib/access/viewer-types'
import { fromDay } from '@/lib/dates'
import { read } from '@/lib/db'

/** For the home of the county office: draws whose next step may be taken today, in one statement. */
export async function readDrawsToGo(viewer: Viewer) {
  if (!can(viewer, 'inspection.plan')) return []
  return read(viewer, (tx) =>
    tx.draw.findMany({
      where: {
        AND: [
          visibleDraws(viewer),
          { round: { state: { in: ['PLANNED', 'UNDERWAY'] } } },
          {
            OR: [
              { state: 'FROZEN' },
              { state: 'SEEDED', publicOn: { lte: fromDay(viewer.today) } },
              { state: 'DRAWN', assignedOn: null },
            ],
          },
        ],
      },
      orderBy: { id: 'asc' },
      take: 5,
      select: { id: true, number: true, state: true, round: { select: { title: true } } },
    }),
  )
}

export type DrawToGo = Awaited<ReturnType<typeof readDrawsToGo>>[number]
