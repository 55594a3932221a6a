import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { systemViewer } from '@/lib/access/system'
import { selvesOf, type Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { fromDay } from '@/lib/dates'
import { asSystem, type Tx, transaction } from '@/lib/db'
import { Conflict, Forbidden, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { ResetKind } from '@/prisma/generated/enums'
import { setPassword, takeSecondFactor } from './apply-reset'
import { isGuarded } from './guarded'
import { hashPassword, temporaryPassword } from './passwords'
import { openPerson } from './person'
import type { onPerson, onReset } from './schema'
import { revokeTokensOf } from './token-commands'

/** The password is null when the county office is asked first: nothing has changed yet. */
export type Reset = { account: string; password: string | null }

/**
 * resetPassword: a new password to hand over, to be changed at the next sign-in. Sessions and access
 * tokens end and failures are forgiven. For somebody of the county office it is only asked for:
 * otherwise whoever administers could sign in as the county office.
 */
export async function resetPassword(
  viewer: Viewer,
  { userId }: z.infer<typeof onPerson>,
  now: Date,
): Promise<Reset> {
  authorize(viewer, 'account.manage', { countyId: viewer.countyId })
  const { password, passwordHash } = await newPassword()
  return transaction(viewer, async (tx) => {
    const { person, actor, chain } = await openPerson(tx, viewer, { userId, may: 'account.manage' })
    refuseOwn(viewer, userId)
    const { account } = person
    if (await asked(tx, viewer, { person, kind: 'PASSWORD', now })) {
      await record(tx, actor, chain, {
        kind: 'resetAsked',
        details: { account, reset: 'PASSWORD' },
      })
      return { account, password: null }
    }
    await setPassword(tx, person, passwordHash, now)
    await revokeTokensOf(tx, actor, { userId, account, now })
    await record(tx, actor, chain, { kind: 'passwordReset', details: { account } })
    return { account, password }
  })
}

/** removeSecondFactorOf: for a lost phone. For somebody of the county office it is only asked for. */
export function removeSecondFactorOf(
  viewer: Viewer,
  { userId }: z.infer<typeof onPerson>,
  now: Date,
): Promise<{ asked: boolean }> {
  return transaction(viewer, async (tx) => {
    const { person, actor, chain } = await openPerson(tx, viewer, { userId, may: 'account.manage' })
    refuseOwn(viewer, userId)
    const { account } = person
    if (await asked(tx, viewer, { person, kind: 'SECOND_FACTOR', now })) {
      const details = { account, reset: 'SECOND_FACTOR' }
      await record(tx, actor, chain, { kind: 'resetAsked', details })
      return { asked: true }
    }
    await takeSecondFactor(tx, person)
    await record(tx, actor, chain, { kind: 'secondFactorRemoved', details: { account } })
    return { asked: false }
  })
}

/**
 * confirmReset: another person of the county office lets a reset happen. They, not the
 * administrator, get the new password to hand over.
 */
export async function confirmReset(
  viewer: Viewer,
  input: z.infer<typeof onReset>,
  now: Date,
): Promise<Reset> {
  authorize(viewer, 'appointment.confirm', { countyId: viewer.countyId })
  const { password, passwordHash } = await newPassword()
  return transaction(viewer, async (tx) => {
    const { request, person, actor, chain } = await decide(tx, viewer, input, 'DONE', now)
    const { account } = person
    if (request.kind === 'SECOND_FACTOR') {
      await takeSecondFactor(tx, person)
      await record(tx, actor, chain, { kind: 'secondFactorRemoved', details: { account } })
      return { account, password: null }
    }
    await setPassword(tx, person, passwordHash, now)
    await revokeTokensOf(tx, actor, { userId: person.id, account, now })
    await record(tx, actor, chain, { kind: 'passwordReset', details: { account } })
    return { account, password }
  })
}

/** refuseReset: nothing changes. */
export function refuseReset(viewer: Viewer, input: z.infer<typeof onReset>, now: Date) {
  return transaction(viewer, async (tx) => {
    const { request, person, actor, chain } = await decide(tx, viewer, input, 'REFUSED', now)
    const details = { account: person.account, reset: request.kind }
    await record(tx, actor, chain, { kind: 'resetRefused', details })
  })
}

/** Whether the county office has to be asked; then it is. */
async function asked(
  tx: Tx,
  viewer: Viewer,
  { person, kind, now }: { person: { id: string }; kind: ResetKind; now: Date },
): Promise<boolean> {
  const { countyId, today, userId: askedById } = viewer
  const day = fromDay(today)
  if (!(await isGuarded(tx, person.id, today))) return false
  const others = await tx.appointment.count({
    where: {
      countyId,
      role: 'COUNTY_OFFICE',
      confirmedAt: { not: null },
      fromOn: { lte: day },
      OR: [{ toOn: null }, { toOn: { gte: day } }],
      userId: { notIn: [person.id, askedById] },
      user: { status: 'ACTIVE' },
    },
  })
  if (others === 0) throw new RuleBroken('resetOnServer')
  const open = await tx.resetRequest.count({ where: { userId: person.id, kind, status: 'ASKED' } })
  if (open > 0) throw new Conflict('resetAskedAlready')
  const data = { id: newId(), countyId, userId: person.id, kind, askedById, askedAt: now }
  await tx.resetRequest.create({ data, select: { id: true } })
  return true
}

async function decide(
  tx: Tx,
  viewer: Viewer,
  { requestId }: z.infer<typeof onReset>,
  status: 'DONE' | 'REFUSED',
  now: Date,
) {
  const { countyId } = viewer
  const request = await tx.resetRequest.findFirst({
    where: { id: requestId, countyId },
    select: { userId: true, askedById: true, kind: true },
  })
  if (!request) throw new NotFound()
  const grant = authorize(viewer, 'appointment.confirm', { countyId })
  const selves = selvesOf(viewer)
  if (selves.includes(request.userId) || selves.includes(request.askedById)) {
    throw new Forbidden('ownWork')
  }
  const { count } = await tx.resetRequest.updateMany({
    where: { id: requestId, status: 'ASKED' },
    data: { status, decidedById: viewer.userId, decidedAt: now },
  })
  if (count === 0) throw new Conflict()
  const person = await asSystem(tx, systemViewer('accounts'), () =>
    tx.user.findUniqueOrThrow({
      where: { id: request.userId },
      select: { id: true, account: true },
    }),
  )
  return { request, person, actor: { viewer, grant }, chain: { accountsOf: countyId } }
}

async function newPassword() {
  const password = temporaryPassword()
  return { password, passwordHash: await hashPassword(password) }
}

/** What concerns the administrator's own account goes through "my account", or a colleague. */
function refuseOwn(viewer: Viewer, userId: string) {
  if (userId === viewer.userId) throw new RuleBroken('ownAccount')
}
