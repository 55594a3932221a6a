import 'server-only'
import type { z } from 'zod'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { read, transaction } from '@/lib/db'
import { Conflict, InvalidInput, RuleBroken } from '@/lib/errors'
import { passwordIssues } from './password-rules'
import { hashPassword, verifyPassword } from './passwords'
import type { changePasswordInput } from './schema'
import { countAttempt, forgiveFailures, throttleKey } from './throttle'

/**
 * The person's own password, checked again before something grave. Wrong ones are counted like
 * failed sign-ins: whoever finds a browser open does not get to guess. Returns the stored hash.
 */
export async function requireOwnPassword(
  viewer: Viewer,
  { password, field, now }: { password: string; field: string; now: Date },
): Promise<string> {
  const system = systemViewer('accounts')
  const key = throttleKey(`own:${viewer.userId}`)
  const attempt = await transaction(system, (tx) => countAttempt(tx, key, now))
  if (typeof attempt === 'number') throw new RuleBroken('signInLocked', { field, minutes: attempt })
  const stored = await read(viewer, (tx) =>
    tx.credential.findUnique({ where: { userId: viewer.userId }, select: { passwordHash: true } }),
  )
  if (!stored || !(await verifyPassword(stored.passwordHash, password))) {
    throw new InvalidInput([{ field, code: 'passwordWrong' }])
  }
  await transaction(system, (tx) => forgiveFailures(tx, key, now))
  return stored.passwordHash
}

/**
 * changePassword: at least 12 characters, not the account, not the old one. Ends every other
 * session of the person and lifts the forced change.
 */
export async function changePassword(
  viewer: Viewer,
  input: z.infer<typeof changePasswordInput>,
  now: Date,
): Promise<void> {
  const stored = await requireOwnPassword(viewer, {
    password: input.current,
    field: 'current',
    now,
  })
  const issues = passwordIssues({ password: input.password, account: viewer.account })
  if (await verifyPassword(stored, input.password)) issues.push({ code: 'passwordSame' })
  if (issues.length > 0) {
    throw new InvalidInput(issues.map((issue) => ({ ...issue, field: 'password' })))
  }
  const passwordHash = await hashPassword(input.password)
  await transaction(viewer, async (tx) => {
    const { count } = await tx.credential.updateMany({
      where: { userId: viewer.userId, passwordHash: stored },
      data: { passwordHash, passwordSetAt: now },
    })
    if (count === 0) throw new Conflict()
    await tx.user.updateMany({
      where: { id: viewer.userId },
      data: { mustChangePassword: false, version: { increment: 1 } },
    })
    await tx.session.updateMany({
      where: {
        userId: viewer.userId,
        endedAt: null,
        ...(viewer.sessionId ? { id: { not: viewer.sessionId } } : {}),
      },
      data: { endedAt: now, endReason: 'PASSWORD_CHANGED' },
    })
    await record(
      tx,
      { viewer },
      { accountsOf: viewer.countyId },
      { kind: 'passwordChanged', details: { account: viewer.account } },
    )
  })
}
