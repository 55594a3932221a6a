import 'server-only'
import type { Tx } from '@/lib/db'
import { acceptedStep } from './totp'

/** Accepts a code once: the step is stored under a lock on the row. */
export async function spendCode(
  tx: Tx,
  userId: string,
  { secret, code, now }: { secret: string; code: string; now: Date },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ lastStep: number | null }[]>`
    SELECT totp_last_step AS "lastStep" FROM credentials WHERE user_id = ${userId}::uuid FOR UPDATE`
  const step = acceptedStep({ secret, code, lastStep: row?.lastStep ?? null }, now)
  if (step === undefined) return false
  await tx.credential.updateMany({ where: { userId }, data: { totpLastStep: step } })
  return true
}
