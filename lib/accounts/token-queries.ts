import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { read, type Tx } from '@/lib/db'
import { type TokenState, tokenState } from './token-rules'

export type ShownToken = {
  id: string
  name: string
  writes: boolean
  expiresOn: Day
  lastUsedOn: Day | null
  createdAt: Date
  state: TokenState
}

/** The viewer's own tokens, the newest first. */
export function readOwnTokens(viewer: Viewer): Promise<ShownToken[]> {
  return read(viewer, (tx) => tokensOf(tx, viewer.userId, viewer.today))
}

/** Tokens of a person that still work, then those that no longer do; never the hash. */
export async function tokensOf(tx: Tx, userId: string, today: Day): Promise<ShownToken[]> {
  const rows = await tx.accessToken.findMany({
    where: { userId, OR: [{ revokedAt: null }, { expiresOn: { gte: fromDay(today) } }] },
    orderBy: { id: 'desc' },
    take: 50,
    select: {
      id: true,
      name: true,
      writes: true,
      expiresOn: true,
      lastUsedOn: true,
      createdAt: true,
      revokedAt: true,
    },
  })
  return rows.map(({ revokedAt, lastUsedOn, ...row }) => {
    const expiresOn = toDay(row.expiresOn)
    return {
      ...row,
      expiresOn,
      lastUsedOn: lastUsedOn && toDay(lastUsedOn),
      state: tokenState({ expiresOn, revoked: revokedAt !== null }, today),
    }
  })
}
