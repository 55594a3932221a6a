import 'server-only'
import { createHmac } from 'node:crypto'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { afterFailure, minutesToWait, type Throttle } from './throttle-rules'

/** One attempt that was counted: the throttle before it and since. */
export type Attempt = { key: string; before: Throttle | null; throttle: Throttle }

/** Names are kept as keyed hashes: nobody can tell from the table who was tried. */
export function throttleKey(name: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(`throttle:${name}`).digest('hex')
}

/**
 * Counts an attempt as a failure before it is checked, so that attempts at the same moment cannot
 * outrun the count. Gives the minutes to wait instead when the name is locked. The row is made
 * first, so that attempts on an unknown name queue on a lock like any other.
 */
export async function countAttempt(tx: Tx, key: string, now: Date): Promise<Attempt | number> {
  await tx.$executeRaw`
    INSERT INTO sign_in_throttles (account_key, updated_at) VALUES (${key}, ${now}) ON CONFLICT DO NOTHING`
  const [before] = await tx.$queryRaw<Throttle[]>`
    SELECT failures, locked_until AS "lockedUntil", updated_at AS "updatedAt"
    FROM sign_in_throttles WHERE account_key = ${key} FOR UPDATE`
  const wait = minutesToWait(before, now)
  if (wait > 0) return wait
  const throttle = afterFailure(before, now)
  await tx.signInThrottle.updateMany({ where: { accountKey: key }, data: throttle })
  return { key, before: before ?? null, throttle }
}

/** The attempt was no failure after all; takes back this one and nothing counted meanwhile. */
export async function takeBack(tx: Tx, { key, before, throttle }: Attempt): Promise<void> {
  await tx.$executeRaw`
    UPDATE sign_in_throttles SET failures = greatest(failures - 1, 0),
      locked_until = CASE WHEN locked_until = ${throttle.lockedUntil} THEN ${before?.lockedUntil ?? null} ELSE locked_until END
    WHERE account_key = ${key}`
}

/** Counting starts over. */
export async function forgiveFailures(tx: Tx, key: string, now: Date): Promise<void> {
  await tx.signInThrottle.updateMany({
    where: { accountKey: key },
    data: { failures: 0, lockedUntil: null, updatedAt: now },
  })
}
