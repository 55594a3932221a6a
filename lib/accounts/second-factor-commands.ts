import 'server-only'
import type { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { transaction } from '@/lib/db'
import { Conflict, RuleBroken } from '@/lib/errors'
import { requireOwnPassword } from './password-commands'
import type { confirmSecondFactorInput, removeSecondFactorInput } from './schema'
import { factorSelect } from './select'
import { spendCode } from './spend-code'
import { acceptedStep, newTotpSecret } from './totp'

/** Starts setting up (or starts over): a new secret that counts once a code has confirmed it. */
export async function beginSecondFactor(viewer: Viewer): Promise<void> {
  await transaction(viewer, async (tx) => {
    const { count } = await tx.credential.updateMany({
      where: { userId: viewer.userId, totpConfirmedAt: null },
      data: { totpSecret: newTotpSecret(), totpLastStep: null },
    })
    if (count === 0) throw new Conflict()
  })
}

/** The first code from the app proves that it was set up right; from now on sign-in asks for one. */
export async function confirmSecondFactor(
  viewer: Viewer,
  { code }: z.infer<typeof confirmSecondFactorInput>,
  now: Date,
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const row = await tx.credential.findUnique({
      where: { userId: viewer.userId },
      select: factorSelect,
    })
    if (!row?.totpSecret || row.totpConfirmedAt) throw new Conflict()
    const step = acceptedStep({ secret: row.totpSecret, code, lastStep: null }, now)
    if (step === undefined) throw new RuleBroken('codeWrong', { field: 'code' })
    const { count } = await tx.credential.updateMany({
      where: { userId: viewer.userId, totpSecret: row.totpSecret, totpConfirmedAt: null },
      data: { totpConfirmedAt: now, totpLastStep: step },
    })
    if (count === 0) throw new Conflict()
    await recordFactor(tx, viewer, 'secondFactorSet')
  })
}

/** Needs the password and a fresh code. Roles that must have one are asked to set it up anew. */
export async function removeSecondFactor(
  viewer: Viewer,
  { password, code }: z.infer<typeof removeSecondFactorInput>,
  now: Date,
): Promise<void> {
  await requireOwnPassword(viewer, { password, field: 'password', now })
  await transaction(viewer, async (tx) => {
    const row = await tx.credential.findUnique({
      where: { userId: viewer.userId },
      select: factorSelect,
    })
    if (!row?.totpSecret || !row.totpConfirmedAt) throw new Conflict()
    if (!(await spendCode(tx, viewer.userId, { secret: row.totpSecret, code, now }))) {
      throw new RuleBroken('codeWrong', { field: 'code' })
    }
    await tx.credential.updateMany({
      where: { userId: viewer.userId },
      data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
    })
    await recordFactor(tx, viewer, 'secondFactorRemoved')
  })
}

function recordFactor(
  tx: Parameters<typeof record>[0],
  viewer: Viewer,
  kind: 'secondFactorSet' | 'secondFactorRemoved',
) {
  const details = { account: viewer.account }
  return record(tx, { viewer }, { accountsOf: viewer.countyId }, { kind, details })
}
