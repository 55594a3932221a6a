import type { GridRow } from '@/lib/dashboards/figures'

type In = { townshipId: string }

/** The lists a township's figures are counted from. */
type Lists = {
  measures: readonly { townshipId: string; status: string; _count: { _all: number } }[]
  late: readonly In[]
  attention: readonly (In & { red: boolean })[]
  requests: readonly (In & { overdue: boolean })[]
}

/** One line a township: its listed villages, measures, and what is late. Candidates are not listed yet. */
export function townshipLines(grid: readonly GridRow[], lists: Lists) {
  return grid.map(({ id, name, cells, total }) => {
    const own = <T extends In>(rows: readonly T[]) => rows.filter((row) => row.townshipId === id)
    const measures = own(lists.measures)
    const count = (rows: typeof measures) => rows.reduce((sum, row) => sum + row._count._all, 0)
    const requests = own(lists.requests)
    const transformed = cells.CLOSED?.count ?? 0
    const listed = total - (cells.CANDIDATE?.count ?? 0)
    return {
      id,
      name,
      listed,
      transformed,
      rectifying: listed - transformed,
      candidates: cells.CANDIDATE?.count ?? 0,
      measures: count(measures),
      measuresDone: count(measures.filter(({ status }) => status === 'DONE')),
      late: own(lists.late).length,
      red: own(lists.attention).filter(({ red }) => red).length,
      requests: requests.length,
      requestsOverdue: requests.filter(({ overdue }) => overdue).length,
    }
  })
}

export type TownshipLine = ReturnType<typeof townshipLines>[number]
