import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '@/lib/access/viewer-types'
import { oneTransaction } from '@/lib/db'
import { Conflict, DomainError } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'

/**
 * Runs a write once per person and `Idempotency-Key`: the answer is kept in the transaction of the
 * change itself, so that after a crash there is both or neither. A repeat gets the first answer; the
 * same key with another request is refused; a failed request is not kept and may be sent again.
 */
export function once<T extends Prisma.InputJsonValue>(
  viewer: Viewer,
  key: string | null,
  request: { path: string; body: unknown },
  work: () => Promise<T>,
): Promise<T> {
  if (!key || key.length > 200) {
    throw new DomainError('idempotencyKeyMissing', 400)
  }
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  return oneTransaction(viewer, async (tx) => {
    // A second request with the same key waits here until the first has committed or failed.
    const made = await tx.$executeRaw`
      INSERT INTO idempotency_keys (user_id, key, request_hash) VALUES (${viewer.userId}::uuid, ${key}, ${requestHash})
      ON CONFLICT DO NOTHING`
    const id = { userId_key: { userId: viewer.userId, key } }
    if (made === 0) {
      const kept = await tx.idempotencyKey.findUniqueOrThrow({ where: id })
      if (kept.requestHash !== requestHash) throw new Conflict('idempotencyKeyReused')
      return kept.response as T
    }
    const response = await work()
    await tx.idempotencyKey.update({
      where: id,
      data: { status: 200, response },
      select: { key: true },
    })
    return response
  })
}
