import 'server-only'
import { authorize, type Permission } from '@/lib/access/policy'
import { systemViewer } from '@/lib/access/system'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import { asSystem, type Tx } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { SessionEnd } from '@/prisma/generated/enums'

const select = { id: true, account: true, name: true, post: true, status: true, version: true }

/** Scope, then rulebook: a person of the viewer's county, and the appointment to manage them by. */
export async function openPerson(
  tx: Tx,
  viewer: Viewer,
  { userId, may }: { userId: string; may: Permission },
) {
  const person = await tx.user.findFirst({
    where: { id: userId, countyId: viewer.countyId },
    select,
  })
  if (!person) throw new NotFound()
  const grant: Grant = authorize(viewer, may, { countyId: viewer.countyId })
  return { person, actor: { viewer, grant }, chain: { accountsOf: viewer.countyId } }
}

/** Ends every session of a person at once, inside a command that was authorised. */
export function endSessionsOf(
  tx: Tx,
  { userId, reason, now }: { userId: string; reason: SessionEnd; now: Date },
) {
  return asSystem(tx, systemViewer('accounts'), () =>
    tx.session.updateMany({
      where: { userId, endedAt: null },
      data: { endedAt: now, endReason: reason },
    }),
  )
}
