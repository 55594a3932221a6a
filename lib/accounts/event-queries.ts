import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { read } from '@/lib/db'
import { pageSize } from './page-size'

/**
 * The county's chain of accounts, newest first, a page at a time by sequence number: either the
 * changes of accounts, organisations and appointments, or the sign-ins.
 */
export function listAccountEvents(
  viewer: Viewer,
  { signIns, before }: { signIns: boolean; before?: number },
) {
  return read(viewer, async (tx) => {
    const { countyId } = viewer
    authorize(viewer, 'securityLog.read', { countyId })
    const rows = await tx.event.findMany({
      where: {
        chain: `accounts:${countyId}`,
        kind: signIns ? 'signedIn' : { not: 'signedIn' },
        ...(before ? { seq: { lt: before } } : {}),
      },
      orderBy: { seq: 'desc' },
      take: pageSize + 1,
      select: {
        id: true,
        seq: true,
        at: true,
        occurredOn: true,
        kind: true,
        origin: true,
        actorName: true,
        actorOrganisation: true,
        internal: true,
        details: true,
      },
    })
    const page = rows.slice(0, pageSize)
    const items = page.map((row) => ({ ...row, occurredOn: toDay(row.occurredOn) }))
    return { items, next: rows.length > pageSize ? page.at(-1)?.seq : undefined }
  })
}
