import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import { namesOf } from './names'
import { pageSize } from './page-size'

export type SecurityFilter = { kind?: string; after?: { at: Date; id: string } }

/** The security log of the county, newest first, a page at a time. */
export function listSecurityLog(viewer: Viewer, { kind, after }: SecurityFilter) {
  return read(viewer, async (tx) => {
    authorize(viewer, 'securityLog.read', { countyId: viewer.countyId })
    const rows = await tx.securityLog.findMany({
      where: {
        AND: [
          { countyId: viewer.countyId },
          kind ? { kind } : {},
          after ? { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] } : {},
        ],
      },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: pageSize + 1,
      select: { id: true, at: true, userId: true, kind: true, details: true },
    })
    const page = rows.slice(0, pageSize)
    const names = await namesOf(
      tx,
      page.flatMap((row) => (row.userId ? [row.userId] : [])),
    )
    const items = page.map((row) => ({
      ...row,
      details: row.details as Record<string, string | number>,
      person: names.get(row.userId ?? ''),
    }))
    return { items, next: rows.length > pageSize ? page.at(-1) : undefined }
  })
}
