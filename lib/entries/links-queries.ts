import 'server-only'
import type { EventKind } from '@/lib/audit/events'
import type { Tx } from '@/lib/db'

type Linked = { caseId: string; problemIds: string[]; measureIds: string[] }

/** Names of the problems and measures an entry points at. */
export async function linksOf(tx: Tx, { caseId, problemIds, measureIds }: Linked) {
  const numbered = { id: true, number: true, title: true } as const
  const orderBy = { number: 'asc' } as const
  return {
    problems:
      problemIds.length === 0
        ? []
        : await tx.problem.findMany({
            where: { caseId, id: { in: problemIds } },
            orderBy,
            select: numbered,
          }),
    measures:
      measureIds.length === 0
        ? []
        : await tx.measure.findMany({
            where: { caseId, id: { in: measureIds } },
            orderBy,
            select: numbered,
          }),
  }
}

type Told = { caseId: string; kind: EventKind; key: string; id: string }

/** What an entry said before each of its corrections, the latest first. */
export async function versionsOf(tx: Tx, { caseId, kind, key, id }: Told) {
  const rows = await tx.event.findMany({
    where: { caseId, kind, details: { path: [key], equals: id } },
    orderBy: { seq: 'desc' },
    select: { id: true, at: true, actorName: true, details: true },
  })
  return rows.map(({ details, ...row }) => ({
    ...row,
    changes: ((details as { changes?: object } | null)?.changes ?? {}) as Record<
      string,
      readonly [unknown, unknown]
    >,
  }))
}
