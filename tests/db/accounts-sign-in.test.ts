import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadSession } from '@/lib/access/load-viewer'
import { systemViewer } from '@/lib/access/system'
import { hashPassword, temporaryPassword, verifyPassword } from '@/lib/accounts/passwords'
import { endSession, markSeen } from '@/lib/accounts/session-commands'
import { signIn } from '@/lib/accounts/sign-in-commands'
import { afterFailure, lockMinutes } from '@/lib/accounts/throttle-rules'
import { newTotpSecret } from '@/lib/accounts/totp'
import { transaction } from '@/lib/db'
import { databaseOfThisFile } from '../support/database'
import { makeWorld, type World, worldDay } from '../support/world'

const { owner } = databaseOfThisFile()
const password = 'right-password-1'
const start = new Date('2026-03-10T02:00:00Z').getTime()
const minute = 60_000
let world: World

beforeAll(async () => {
  world = await makeWorld()
  const passwordHash = await hashPassword(password)
  await transaction(systemViewer('setup'), (tx) =>
    tx.credential.createMany({
      data: Object.values(world.users).map((userId) => ({ userId, passwordHash })),
    }),
  )
})

const at = (minutes: number) => new Date(start + minutes * minute)

function attempt(account: string, given: string, minutes = 0, code?: string) {
  return signIn(
    { account, password: given, code },
    { now: at(minutes), userAgent: 'test', day: worldDay },
  )
}

/** The code and values of the refusal. */
async function refusal(attempted: Promise<unknown>) {
  const error = await attempted.then(
    () => undefined,
    (reason: unknown) => reason as { code: string; params: object },
  )
  return error && { code: error.code, params: error.params }
}

const sql = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows

describe('signing in', () => {
  test('opens a session, writes the event and gives the rights of the appointment', async () => {
    const { userId, sessionId } = await attempt('a-township', password)
    expect(userId).toBe(world.users['A.township'])
    const state = await loadSession(sessionId, { today: worldDay, idleHours: 24 * 365 * 100 })
    expect(state?.viewer.grants.map(({ role }) => role)).toEqual(['TOWNSHIP'])
    const [event] = await sql(
      `SELECT chain, kind, actor_id, actor_role FROM events ORDER BY seq DESC LIMIT 1`,
    )
    expect(event).toEqual({
      chain: 'accounts:450223',
      kind: 'signedIn',
      actor_id: userId,
      actor_role: 'TOWNSHIP',
    })
  })

  test('answers alike for a wrong password, an unknown account and a suspended one', async () => {
    await owner.query(`UPDATE users SET status = 'SUSPENDED' WHERE account = 'b-leader'`)
    const events = await sql('SELECT count(*) FROM events')
    const answers = [
      await refusal(attempt('a-leader', 'wrong')),
      await refusal(attempt('nobody-at-all', 'wrong')),
      await refusal(attempt('b-leader', password)),
    ]
    expect(answers).toEqual(Array(3).fill({ code: 'signInRefused', params: {} }))
    expect(await sql('SELECT count(*) FROM events')).toEqual(events)
  })

  test('locks known and unknown accounts alike after five failures, longer each time', async () => {
    for (const account of ['a-helper', 'no-such-account']) {
      for (let n = 0; n < 5; n++) {
        expect(await refusal(attempt(account, 'wrong'))).toMatchObject({ code: 'signInRefused' })
      }
      const locked = (minutes: number) => ({ code: 'signInLocked', params: { minutes } })
      expect(await refusal(attempt(account, password))).toEqual(locked(1))
      expect(await refusal(attempt(account, 'wrong', 1))).toMatchObject({ code: 'signInRefused' })
      expect(await refusal(attempt(account, password, 1))).toEqual(locked(2))
      expect(await refusal(attempt(account, 'wrong', 3))).toMatchObject({ code: 'signInRefused' })
      expect(await refusal(attempt(account, password, 3))).toEqual(locked(4))
    }
    expect(await attempt('a-helper', password, 7)).toHaveProperty('sessionId')
    expect(await refusal(attempt('a-helper', 'wrong', 7))).toMatchObject({ code: 'signInRefused' })
    expect(await attempt('a-helper', password, 7)).toHaveProperty('sessionId')
  })

  test('attempts at the same moment cannot outrun the count', async () => {
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => refusal(attempt('a-team', 'wrong'))),
    )
    expect(answers.filter((answer) => answer?.code === 'signInRefused')).toHaveLength(5)
    expect(answers.filter((answer) => answer?.code === 'signInLocked')).toHaveLength(4)
  })

  test('keeps failures in the security log, without what was typed for unknown accounts', async () => {
    await refusal(attempt('typed-by-mistake', 'wrong'))
    const rows = await sql(`SELECT user_id, kind, details FROM security_log ORDER BY id`)
    expect(JSON.stringify(rows)).not.toContain('typed-by-mistake')
    expect(rows).toContainEqual({
      user_id: world.users['A.leader'],
      kind: 'signInFailed',
      details: { failures: 1, account: 'a-leader' },
    })
    expect(rows.some((row) => row.kind === 'signInLocked')).toBe(true)
    const keys = await sql('SELECT account_key FROM sign_in_throttles')
    expect(keys.every((row) => /^[0-9a-f]{64}$/.test(row.account_key))).toBe(true)
  })
})

describe('the second factor', () => {
  const secret = newTotpSecret()
  const codeAt = (minutes: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at(minutes).getTime() })

  beforeAll(async () => {
    await owner.query(
      `UPDATE credentials SET totp_secret = $1, totp_confirmed_at = now() WHERE user_id = $2`,
      [secret, world.users['A.office']],
    )
  })

  test('is asked for after the right password only, and asking is no failure', async () => {
    expect(await refusal(attempt('a-office', 'wrong'))).toMatchObject({ code: 'signInRefused' })
    for (let n = 0; n < 8; n++) {
      expect(await refusal(attempt('a-office', password))).toMatchObject({ code: 'codeNeeded' })
    }
  })

  test('accepts a code once', async () => {
    expect(await attempt('a-office', password, 10, codeAt(10))).toHaveProperty('sessionId')
    const again = refusal(attempt('a-office', password, 10, codeAt(10)))
    expect(await again).toMatchObject({ code: 'codeWrong' })
    expect(await attempt('a-office', password, 11, codeAt(11))).toHaveProperty('sessionId')
  })

  test('a wrong code counts as a failure', async () => {
    for (let n = 0; n < 5; n++) {
      const wrong = refusal(attempt('a-office', password, 20, codeAt(900)))
      expect(await wrong).toMatchObject({ code: 'codeWrong' })
    }
    const locked = await refusal(attempt('a-office', password, 20, codeAt(20)))
    expect(locked).toEqual({ code: 'signInLocked', params: { minutes: 1 } })
  })
})

describe('a session', () => {
  const load = (id: string, idleHours = 12) => loadSession(id, { today: worldDay, idleHours })
  const open = () =>
    signIn({ account: 'a-inspector', password }, { now: new Date(), userAgent: '', day: worldDay })

  test('ends when signed out, idle too long or suspended', async () => {
    const first = await open()
    expect(await load(first.sessionId)).toBeDefined()
    await endSession(first.sessionId, new Date())
    expect(await load(first.sessionId)).toBeUndefined()

    const second = await open()
    const idle = `UPDATE sessions SET last_seen_at = now() - interval '13 hours' WHERE id = $1`
    await owner.query(idle, [second.sessionId])
    expect(await load(second.sessionId)).toBeUndefined()
    expect(await load(second.sessionId, 14)).toBeDefined()
  })

  test('loses a right at the next request after its appointment ended', async () => {
    const { sessionId } = await open()
    expect((await load(sessionId))?.viewer.grants).toHaveLength(1)
    await owner.query(`UPDATE appointments SET to_on = '2026-03-09' WHERE user_id = $1`, [
      world.users['A.inspector'],
    ])
    expect((await load(sessionId))?.viewer.grants).toHaveLength(0)
  })

  test('is marked as seen at most once a minute', async () => {
    const { sessionId } = await open()
    const seen = async () =>
      (await sql('SELECT last_seen_at FROM sessions WHERE id = $1', [sessionId]))[0].last_seen_at
    const before: Date = await seen()
    await markSeen(sessionId, before, new Date(before.getTime() + 59_000))
    expect(await seen()).toEqual(before)
    await markSeen(sessionId, before, new Date(before.getTime() + 61_000))
    expect(await seen()).toEqual(new Date(before.getTime() + 61_000))
  })
})

describe('passwords and waiting', () => {
  test('are argon2id of the same cost for known and unknown accounts', async () => {
    const stored = await hashPassword('x')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword(stored, 'x')).toBe(true)
    expect(await verifyPassword(undefined, 'x')).toBe(false)
    expect(temporaryPassword()).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  })

  test('double up to an hour and are forgotten after a day', () => {
    expect([1, 4, 5, 6, 7, 10, 11, 12, 40].map(lockMinutes)).toEqual([
      0, 0, 1, 2, 4, 32, 60, 60, 60,
    ])
    const long = { failures: 30, lockedUntil: null, updatedAt: at(0) }
    expect(afterFailure(long, at(24 * 60 + 1)).failures).toBe(1)
    expect(afterFailure(long, at(24 * 60 - 1)).failures).toBe(31)
  })
})
