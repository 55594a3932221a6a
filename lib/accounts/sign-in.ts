import 'server-only'
import { createHmac } from 'node:crypto'
import type { z } from 'zod'
import { systemViewer } from '@/lib/access/system'
import type { Grant, Viewer } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { today } from '@/lib/clock'
import { type Day, fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { verifyPassword } from './passwords'
import type { signInInput } from './schema'
import { logSecurity } from './security-log'
import type { SessionToken } from './session-cookie'
import { afterFailure, minutesToWait, type Throttle } from './throttle-rules'
import { acceptedStep } from './totp'

type Circumstances = { now: Date; userAgent: string; day?: Day }

/**
 * Checks account, password and, where one is set up, the second factor; opens a session. Whether
 * the account is unknown, suspended or the password wrong: same work, same answer
 * (`signInRefused`). Every attempt counts as a failure until it has succeeded, so that attempts at
 * the same moment cannot outrun the count; from the fifth on the typed name waits
 * (`signInLocked`), whether or not such an account exists.
 */
export async function signIn(
  input: z.infer<typeof signInInput>,
  { now, userAgent, day = today() }: Circumstances,
): Promise<SessionToken> {
  const key = throttleKey(input.account)
  const begun = await begin(key, input.account, now)
  if (typeof begun === 'number') throw new RuleBroken('signInLocked', { minutes: begun })
  const { person, throttle } = begun
  const fits = await verifyPassword(person?.credential?.passwordHash, input.password)
  if (!person || !fits || person.status !== 'ACTIVE') {
    await logFailure(person, throttle, 'signInFailed')
    throw new RuleBroken('signInRefused')
  }
  const secret = person.credential?.totpConfirmedAt ? person.credential.totpSecret : null
  if (secret && !input.code) {
    await transaction(systemViewer('signIn'), (tx) => takeBack(tx, key, begun))
    throw new RuleBroken('codeNeeded', { field: 'code' })
  }
  const opened = await transaction(systemViewer('signIn', person.countyId), async (tx) => {
    if (secret && !(await spendCode(tx, person.id, { secret, code: input.code ?? '', now }))) return
    await tx.signInThrottle.updateMany({
      where: { accountKey: key },
      data: { failures: 0, lockedUntil: null, updatedAt: now },
    })
    return openSession(tx, person, { now, userAgent, day })
  })
  if (!opened) {
    await logFailure(person, throttle, 'codeWrong')
    throw new RuleBroken('codeWrong', { field: 'code' })
  }
  return opened
}

/** Names are kept as keyed hashes: nobody can tell from the table who was tried. */
function throttleKey(account: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(`throttle:${account}`).digest('hex')
}

const personSelect = {
  id: true,
  countyId: true,
  account: true,
  name: true,
  status: true,
  demo: true,
  credential: { select: { passwordHash: true, totpSecret: true, totpConfirmedAt: true } },
} as const

/**
 * Looks at the throttle, counts this attempt and reads the account, in one transaction. Gives the
 * minutes to wait when the name is locked.
 */
function begin(key: string, account: string, now: Date) {
  return transaction(systemViewer('signIn'), async (tx) => {
    // The row is made first, so that attempts on an unknown name queue on a lock like any other.
    await tx.$executeRaw`
      INSERT INTO sign_in_throttles (account_key, updated_at) VALUES (${key}, ${now}) ON CONFLICT DO NOTHING`
    const [before] = await tx.$queryRaw<Throttle[]>`
      SELECT failures, locked_until AS "lockedUntil", updated_at AS "updatedAt"
      FROM sign_in_throttles WHERE account_key = ${key} FOR UPDATE`
    const wait = minutesToWait(before, now)
    if (wait > 0) return wait
    const throttle = afterFailure(before, now)
    await tx.signInThrottle.updateMany({ where: { accountKey: key }, data: throttle })
    const person = await tx.user.findUnique({ where: { account }, select: personSelect })
    return { person, throttle, before: before ?? null }
  })
}

type Begun = Exclude<Awaited<ReturnType<typeof begin>>, number>
type Person = NonNullable<Begun['person']>

/**
 * The password was right and only the code is missing: not a failure. Takes back this one attempt
 * and nothing that others counted meanwhile.
 */
async function takeBack(tx: Tx, key: string, { before, throttle }: Begun) {
  await tx.$executeRaw`
    UPDATE sign_in_throttles SET failures = greatest(failures - 1, 0),
      locked_until = CASE WHEN locked_until = ${throttle.lockedUntil} THEN ${before?.lockedUntil ?? null} ELSE locked_until END
    WHERE account_key = ${key}`
}

async function logFailure(
  person: Person | null,
  throttle: Throttle,
  kind: 'signInFailed' | 'codeWrong',
) {
  await logSecurity(systemViewer('signIn'), {
    kind: throttle.lockedUntil && kind === 'signInFailed' ? 'signInLocked' : kind,
    userId: person?.id ?? null,
    countyId: person?.countyId ?? null,
    details: { failures: throttle.failures, ...(person ? { account: person.account } : {}) },
  })
}

/** Accepts a code once: the step is stored under a lock on the row. */
async function spendCode(
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

async function openSession(
  tx: Tx,
  person: Person,
  { now, userAgent, day }: Required<Circumstances>,
) {
  const sessionId = newId()
  const held = await tx.appointment.findMany({
    where: {
      userId: person.id,
      confirmedAt: { not: null },
      fromOn: { lte: fromDay(day) },
      OR: [{ toOn: null }, { toOn: { gte: fromDay(day) } }],
    },
    orderBy: { role: 'asc' },
    select: {
      role: true,
      countyId: true,
      organisation: { select: { id: true, name: true, townshipId: true } },
    },
  })
  const counties = new Set(held.map((appointment) => appointment.countyId))
  await tx.session.create({
    data: {
      id: sessionId,
      userId: person.id,
      // Whoever works in several counties chooses one first (/account/county).
      countyId: counties.size === 1 ? [...counties][0] : null,
      createdAt: now,
      lastSeenAt: now,
      userAgent: userAgent.slice(0, 300),
    },
    select: { id: true },
  })
  const grants: Grant[] = held
    .filter((appointment) => appointment.countyId === person.countyId)
    .map(({ role, organisation }) => ({
      role,
      organisationId: organisation.id,
      organisationName: organisation.name,
      townshipId: organisation.townshipId,
    }))
  await record(
    tx,
    { viewer: signedInViewer(person, { grants, sessionId, day }) },
    { accountsOf: person.countyId },
    { kind: 'signedIn', details: { account: person.account } },
  )
  return { userId: person.id, sessionId }
}

/** Just enough of a viewer to sign the event of signing in. */
function signedInViewer(
  person: Person,
  { grants, sessionId, day }: { grants: Grant[]; sessionId: string; day: Day },
): Viewer {
  return {
    userId: person.id,
    account: person.account,
    name: person.name,
    countyId: person.countyId,
    countyName: '',
    grants,
    bonds: [],
    today: day,
    origin: 'USER',
    demo: person.demo,
    sessionId,
  }
}
