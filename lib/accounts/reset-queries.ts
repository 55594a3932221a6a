import 'server-only'
import { authorize } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { namesOf } from './names'

const columns = {
  id: true,
  userId: true,
  kind: true,
  status: true,
  askedById: true,
  askedAt: true,
} as const

type Row = {
  id: string
  userId: string
  kind: 'PASSWORD' | 'SECOND_FACTOR'
  status: 'ASKED' | 'DONE' | 'REFUSED'
  askedById: string
  askedAt: Date
}

async function shown(tx: Tx, viewer: Viewer, rows: Row[]) {
  const names = await namesOf(
    tx,
    rows.flatMap((row) => [row.userId, row.askedById]),
  )
  return rows.map((row) => ({
    ...row,
    person: names.get(row.userId),
    askedBy: names.get(row.askedById)?.name ?? '',
    /** Theirs, or asked for by themselves: somebody else decides. */
    own: row.userId === viewer.userId || row.askedById === viewer.userId,
  }))
}

/** Resets that wait for the county office, the oldest first. */
export function listResets(viewer: Viewer) {
  return read(viewer, async (tx) => {
    authorize(viewer, 'accounts.read', { countyId: viewer.countyId })
    const rows = await tx.resetRequest.findMany({
      where: { countyId: viewer.countyId, status: 'ASKED' },
      orderBy: { id: 'asc' },
      take: 50,
      select: columns,
    })
    return shown(tx, viewer, rows)
  })
}

/** One reset, for whoever decides it. */
export function readReset(viewer: Viewer, id: string) {
  return read(viewer, async (tx) => {
    const row = await tx.resetRequest.findFirst({
      where: { id, countyId: viewer.countyId },
      select: columns,
    })
    if (!row) throw new NotFound()
    authorize(viewer, 'appointment.confirm', { countyId: viewer.countyId })
    const [reset] = await shown(tx, viewer, [row])
    if (!reset) throw new NotFound()
    return reset
  })
}
