import 'server-only'
import type { Tx } from '@/lib/db'
import type { Readings } from './select'

/** The latest ones that are named; the others are counted. */
const named = 10

/** Who took these files out. Row-level security opens the list to the county office only. */
export async function readingsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Readings>> {
  if (ids.length === 0) return new Map()
  const where = { attachmentId: { in: [...ids] } }
  const counts = await tx.attachmentRead.groupBy({ by: ['attachmentId'], where, _count: true })
  const rows = await tx.attachment.findMany({
    where: { id: { in: counts.map(({ attachmentId }) => attachmentId) } },
    select: {
      id: true,
      reads: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: named,
        select: { id: true, readerName: true, organisationName: true, at: true },
      },
    },
  })
  const latest = new Map(rows.map(({ id, reads }) => [id, reads]))
  return new Map(
    counts.map(({ attachmentId, _count: count }) => {
      const reads = latest.get(attachmentId) ?? []
      return [
        attachmentId,
        {
          count,
          latest: reads.map(({ id, readerName, organisationName, at }) => ({
            ...{ id, name: readerName, organisation: organisationName, at },
          })),
        },
      ]
    }),
  )
}
