import 'server-only'
import type { z } from 'zod'
import { systemViewer } from '@/lib/access/system'
import type { Grant } from '@/lib/access/viewer-types'
import { record } from '@/lib/audit/record'
import { today } from '@/lib/clock'
import { type Day, fromDay } from '@/lib/dates'
import { type Tx, transaction } from '@/lib/db'
import { RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { actingViewer } from './acting-viewer'
import { verifyPassword } from './passwords'
import type { signInInput } from './schema'
import { logSecurity } from './security-log'
import type { SessionToken } from './session-cookie'
import { spendCode } from './spend-code'
import { countAttempt, forgiveFailures, takeBack, throttleKey } from './throttle'
import type { Throttle } from './throttle-rules'

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
  const begun = await begin(input.account, now)
  if (typeof begun === 'number') throw new RuleBroken('signInLocked', { minutes: begun })
  const { person, attempt } = begun
  const fits = await verifyPassword(person?.credential?.passwordHash, input.password)
  if (!person || !fits || person.status !== 'ACTIVE') {
    await logFailure(person, attempt.throttle, 'signInFailed')
    throw new RuleBroken('signInRefused')
  }
  const secret = person.credential?.totpConfirmedAt ? person.credential.totpSecret : null
  if (secret && !input.code) {
    await transaction(systemViewer('signIn'), (tx) => takeBack(tx, attempt))
    throw new RuleBroken('codeNeeded', { field: 'code' })
  }
  const opened = await transaction(systemViewer('signIn', person.countyId), async (tx) => {
    if (secret && !(await spendCode(tx, person.id, { secret, code: input.code ?? '', now }))) return
    await forgiveFailures(tx, attempt.key, now)
    return openSession(tx, person, { now, userAgent, day })
  })
  if (!opened) {
    await logFailure(person, attempt.throttle, 'codeWrong')
    throw new RuleBroken('codeWrong', { field: 'code' })
  }
  return opened
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
 * Counts this attempt and reads the account, in one transaction. Gives the minutes to wait when the
 * name is locked.
 */
function begin(account: string, now: Date) {
  return transaction(systemViewer('signIn'), async (tx) => {
    const attempt = await countAttempt(tx, throttleKey(account), now)
    if (typeof attempt === 'number') return attempt
    const person = await tx.user.findUnique({ where: { account }, select: personSelect })
    return { person, attempt }
  })
}

type Begun = Exclude<Awaited<ReturnType<typeof begin>>, number>
type Person = NonNullable<Begun['person']>

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
    { viewer: actingViewer(person, { grants, sessionId, day }) },
    { accountsOf: person.countyId },
    { kind: 'signedIn', details: { account: person.account } },
  )
  return { userId: person.id, sessionId }
}
