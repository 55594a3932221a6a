import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import { factorSelect } from './select'
import { totpAddress } from './totp'

/** How the viewer's second factor stands; while it is being set up, what the app has to read. */
export type OwnSecondFactor =
  | { state: 'none' }
  | { state: 'begun'; secret: string; address: string }
  | { state: 'set'; since: Date }

export async function readOwnSecondFactor(viewer: Viewer): Promise<OwnSecondFactor> {
  const row = await read(viewer, (tx) =>
    tx.credential.findUnique({ where: { userId: viewer.userId }, select: factorSelect }),
  )
  if (!row?.totpSecret) return { state: 'none' }
  if (row.totpConfirmedAt) return { state: 'set', since: row.totpConfirmedAt }
  const address = totpAddress(row.totpSecret, viewer.account)
  return { state: 'begun', secret: row.totpSecret, address }
}
