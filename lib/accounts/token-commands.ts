import 'server-only'
import type { z } from 'zod'
import { systemViewer } from '@/lib/access/system'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { type Day, fromDay, toDay } from '@/lib/dates'
import { asSystem, type Tx, transaction } from '@/lib/db'
import { NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { requireOwnPassword } from './password-commands'
import { openPerson } from './person'
import type { createTokenInput, onToken, onTokenOf } from './schema'
import { maxTokens, newToken, tokenHash, tokenTerm } from './token-rules'

/**
 * createToken: lets a program act as the viewer, in the county they work in now, with at most their
 * rights of the day. Asks for the password again: an open browser is not enough. The token it
 * returns is shown once; only its hash is kept.
 */
export async function createToken(
  viewer: Viewer,
  input: z.infer<typeof createTokenInput>,
  now: Date,
): Promise<{ id: string; name: string; token: string }> {
  const { name, scope, expiresOn, password } = input
  const { min, max } = tokenTerm(viewer.today)
  if (expiresOn < min || expiresOn > max) {
    throw new RuleBroken('tokenTerm', { field: 'expiresOn', min, max })
  }
  await requireOwnPassword(viewer, { password, field: 'password', now })
  const token = newToken()
  const id = newId()
  await transaction(viewer, async (tx) => {
    const { userId, countyId, account } = viewer
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`tokens:${userId}`}))`
    const live = { userId, revokedAt: null, expiresOn: { gte: fromDay(viewer.today) } }
    if ((await tx.accessToken.count({ where: live })) >= maxTokens) {
      throw new RuleBroken('tooManyTokens', { max: maxTokens })
    }
    const writes = scope === 'write'
    const data = { id, userId, countyId, name, writes, createdAt: now }
    await tx.accessToken.create({
      data: { ...data, hash: tokenHash(token), expiresOn: fromDay(expiresOn) },
      select: { id: true },
    })
    const details = { account, name, scope, expiresOn }
    await record(tx, { viewer }, { accountsOf: countyId }, { kind: 'tokenCreated', details })
  })
  return { id, name, token }
}

/** revokeToken: one of the viewer's own; it is refused from the next request on. */
export function revokeToken(viewer: Viewer, { tokenId }: z.infer<typeof onToken>, now: Date) {
  return transaction(viewer, async (tx) => {
    const { userId, account } = viewer
    const count = await revokeTokensOf(tx, { viewer }, { userId, account, tokenId, now })
    if (count === 0) throw new NotFound()
  })
}

/** revokeTokenOf: an administrator takes away a token of somebody of the county. */
export function revokeTokenOf(
  viewer: Viewer,
  { userId, tokenId }: z.infer<typeof onTokenOf>,
  now: Date,
) {
  return transaction(viewer, async (tx) => {
    const { person, actor } = await openPerson(tx, viewer, { userId, may: 'account.manage' })
    const { account } = person
    const count = await revokeTokensOf(tx, actor, { userId, account, tokenId, now })
    if (count === 0) throw new NotFound()
  })
}

/**
 * Revokes one token of a person, or every one of them (signing out everywhere, suspension, a reset
 * password), inside a command that was authorised. Returns how many.
 */
export async function revokeTokensOf(
  tx: Tx,
  actor: { viewer: Viewer; grant?: Grant },
  {
    userId,
    account,
    tokenId,
    now,
  }: { userId: string; account: string; tokenId?: string; now: Date },
): Promise<number> {
  const { viewer } = actor
  const revoked = await asSystem(tx, systemViewer('accounts'), () =>
    tx.accessToken.updateManyAndReturn({
      where: { userId, revokedAt: null, ...(tokenId ? { id: tokenId } : {}) },
      data: { revokedAt: now, revokedById: viewer.userId },
      select: { name: true },
    }),
  )
  for (const { name } of revoked) {
    const details = { account, name }
    await record(tx, actor, { accountsOf: viewer.countyId }, { kind: 'tokenRevoked', details })
  }
  return revoked.length
}

/** Notes the day on which a token was last used, at most once a day. */
export async function markTokenUsed(
  tokenId: string,
  lastUsedOn: Date | null,
  today: Day,
): Promise<void> {
  if (lastUsedOn && toDay(lastUsedOn) >= today) return
  await transaction(systemViewer('session'), (tx) =>
    tx.accessToken.updateMany({
      where: { id: tokenId, revokedAt: null },
      data: { lastUsedOn: fromDay(today) },
    }),
  )
}
