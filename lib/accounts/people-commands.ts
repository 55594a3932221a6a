import 'server-only'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { systemViewer } from '@/lib/access/system'
import type { Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { asSystem, type Tx, transaction } from '@/lib/db'
import { Conflict, InvalidInput, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { addAppointment } from './appointment-commands'
import { hashPassword, temporaryPassword } from './passwords'
import { endSessionsOf, openPerson } from './person'
import type { changePersonInput, createAccountInput, onPerson, suspendInput } from './schema'
import { revokeTokensOf } from './token-commands'

export type NewAccount = { userId: string; account: string; name: string; password: string }

/**
 * createAccount: an administrator opens an account of their county, perhaps with its first
 * appointment. The password it returns is shown once and has to be changed at the first sign-in.
 */
export async function createAccount(
  viewer: Viewer,
  input: z.infer<typeof createAccountInput>,
  now: Date,
): Promise<NewAccount> {
  authorize(viewer, 'account.manage', { countyId: viewer.countyId })
  const made = await prepareAccount(input.account)
  const { name, post, organisationId, role, fromOn, toOn } = input
  const work = transaction(viewer, async (tx) => {
    const opened = await addAccount(tx, viewer, { ...made, name, post })
    const { userId } = opened
    if (organisationId && role && fromOn) {
      await addAppointment(tx, viewer, { userId, organisationId, role, fromOn, toOn }, now)
    }
    return opened
  })
  return unlessTaken(work)
}

/** Hashing takes its time and so happens before the transaction. */
export async function prepareAccount(account: string) {
  const password = temporaryPassword()
  return { account, password, passwordHash: await hashPassword(password) }
}

type Prepared = Awaited<ReturnType<typeof prepareAccount>> & { name: string; post: string }

/** Part of createAccount, also of a sheet of them. */
export async function addAccount(tx: Tx, viewer: Viewer, given: Prepared): Promise<NewAccount> {
  const { countyId } = viewer
  const grant = authorize(viewer, 'account.manage', { countyId })
  const { account, name, post, password, passwordHash } = given
  if ((await takenAccounts(tx, [account])).length > 0) throw accountTaken()
  const userId = newId()
  await tx.user.create({
    data: { id: userId, countyId, account, name, post, mustChangePassword: true },
    select: { id: true },
  })
  await asSystem(tx, systemViewer('accounts'), () =>
    tx.credential.create({ data: { userId, passwordHash }, select: { userId: true } }),
  )
  await record(
    tx,
    { viewer, grant },
    { accountsOf: countyId },
    { kind: 'accountCreated', details: { account, name } },
  )
  return { userId, account, name, password }
}

/** Which of these accounts exist, in whatever county: an account is unique everywhere. */
export async function takenAccounts(tx: Tx, accounts: string[]): Promise<string[]> {
  const rows = await asSystem(tx, systemViewer('accounts'), () =>
    tx.user.findMany({ where: { account: { in: accounts } }, select: { account: true } }),
  )
  return rows.map((row) => row.account)
}

const accountTaken = () => new InvalidInput([{ field: 'account', code: 'accountTaken' }])

/** Two administrators may choose the same account at the same moment: the index decides. */
export function unlessTaken<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw (error as { code?: unknown }).code === 'P2002' ? accountTaken() : error
  })
}

/** changePerson: name and post, as they are shown from now on. */
export function changePerson(viewer: Viewer, input: z.infer<typeof changePersonInput>) {
  return transaction(viewer, async (tx) => {
    const { userId } = input
    const { person, actor, chain } = await openPerson(tx, viewer, { userId, may: 'account.manage' })
    const { count } = await tx.user.updateMany({
      where: { id: userId, version: input.version },
      data: { name: input.name, post: input.post, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict()
    if (person.name === input.name && person.post === input.post) return
    await record(tx, actor, chain, {
      kind: 'accountChanged',
      details: { account: person.account, name: input.name },
      changes: { name: [person.name, input.name], post: [person.post, input.post] },
    })
  })
}

/** suspendAccount: nobody signs in with it any more and its sessions end at once. */
export function suspendAccount(viewer: Viewer, input: z.infer<typeof suspendInput>, now: Date) {
  return transaction(viewer, async (tx) => {
    const { userId } = input
    const { person, actor, chain } = await openPerson(tx, viewer, { userId, may: 'account.manage' })
    refuseOwn(viewer, userId)
    const { count } = await tx.user.updateMany({
      where: { id: userId, status: 'ACTIVE' },
      data: { status: 'SUSPENDED', version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict()
    await endSessionsOf(tx, { userId, reason: 'SUSPENDED', now })
    await revokeTokensOf(tx, actor, { userId, account: person.account, now })
    await record(tx, actor, chain, {
      kind: 'accountSuspended',
      details: { account: person.account, reason: input.reason },
      changes: { status: ['ACTIVE', 'SUSPENDED'] },
    })
  })
}

/** restoreAccount: the account works again; its appointments were never touched. */
export function restoreAccount(viewer: Viewer, { userId }: z.infer<typeof onPerson>) {
  return transaction(viewer, async (tx) => {
    const { person, actor, chain } = await openPerson(tx, viewer, { userId, may: 'account.manage' })
    const { count } = await tx.user.updateMany({
      where: { id: userId, status: 'SUSPENDED' },
      data: { status: 'ACTIVE', version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict()
    await record(tx, actor, chain, {
      kind: 'accountRestored',
      details: { account: person.account },
      changes: { status: ['SUSPENDED', 'ACTIVE'] },
    })
  })
}

/** What concerns the administrator's own account goes through "my account", or a colleague. */
function refuseOwn(viewer: Viewer, userId: string) {
  if (userId === viewer.userId) throw new RuleBroken('ownAccount')
}
