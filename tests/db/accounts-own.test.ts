import { Secret, TOTP } from 'otpauth'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadSession } from '@/lib/access/load-viewer'
import { systemViewer } from '@/lib/access/system'
import { pendingStep } from '@/lib/access/viewer'
import type { Viewer } from '@/lib/access/viewer-types'
import { createFirstAdministrator } from '@/lib/accounts/commands'
import { changePassword } from '@/lib/accounts/password-commands'
import { hashPassword } from '@/lib/accounts/passwords'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
} from '@/lib/accounts/second-factor-commands'
import { readOwnSecondFactor } from '@/lib/accounts/second-factor-queries'
import { chooseCounty, endOwnSession, signOutEverywhere } from '@/lib/accounts/session-commands'
import { readOwnSessions } from '@/lib/accounts/session-queries'
import { signIn } from '@/lib/accounts/sign-in-commands'
import { verifyAll } from '@/lib/audit/verify'
import { today } from '@/lib/clock'
import { transaction } from '@/lib/db'
import { databaseOfThisFile } from '../support/database'
import { makeWorld, type World, worldDay } from '../support/world'

const { owner } = databaseOfThisFile()
const password = 'right-password-1'
const idleHours = 12
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

const sql = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
const load = (id: string | null) => loadSession(id ?? '', { today: worldDay, idleHours })
const open = async (account: string, given = password) =>
  (await signIn({ account, password: given }, { now: new Date(), userAgent: 'Firefox' })).sessionId
const viewer = async (account: string) => (await load(await open(account)))?.viewer as Viewer

const step = async (id: string | null) => {
  const state = await load(id)
  return state ? (pendingStep(state) ?? 'none') : 'no session'
}

type Refusal = { code: string; issues?: { field: string; code: string }[] }

const codes = async (work: Promise<unknown>) => {
  const { code, issues = [] } = await work.then(
    (): Refusal => ({ code: 'none' }),
    (reason: Refusal) => reason,
  )
  return issues.length > 0 ? issues.map((issue) => `${issue.field}:${issue.code}`) : [code]
}

describe('the own password', () => {
  const change = (by: Viewer, next: string, current = password) =>
    changePassword(by, { current, password: next, repeat: next }, new Date())

  test('changes, ends every other session and lifts the forced change', async () => {
    await owner.query(`UPDATE users SET must_change_password = true WHERE account = 'a-team'`)
    const other = await open('a-team')
    const me = await viewer('a-team')
    expect(await step(me.sessionId)).toBe('/account/password')
    await change(me, 'another-good-one-2')
    expect(await load(other)).toBeUndefined()
    expect(await step(me.sessionId)).toBe('none')
    expect(await codes(open('a-team'))).toEqual(['signInRefused'])
    expect(await open('a-team', 'another-good-one-2')).toBeTruthy()
    const [event] = await sql(`SELECT details FROM events ORDER BY at DESC LIMIT 1 OFFSET 1`)
    expect(event.details).toEqual({ account: 'a-team' })
  })

  test('has 12 characters, is not the account and not the old one', async () => {
    const me = await viewer('a-leader')
    expect(await codes(change(me, 'short-one-1'))).toEqual(['password:passwordTooShort'])
    expect(await codes(change(me, 'aaaaaaaaaaaaaa'))).toEqual(['password:passwordTooPlain'])
    expect(await codes(change(me, 'My-A-Leader-2026'))).toEqual(['password:passwordHasAccount'])
    expect(await codes(change(me, password))).toEqual(['password:passwordSame'])
    expect(await open('a-leader')).toBeTruthy()
  })

  test('wrong ones are counted like failed sign-ins', async () => {
    const me = await viewer('a-helper')
    for (let n = 0; n < 5; n++) {
      expect(await codes(change(me, 'a-new-password-3', 'wrong'))).toEqual([
        'current:passwordWrong',
      ])
    }
    expect(await codes(change(me, 'a-new-password-3'))).toEqual(['signInLocked'])
    expect(await open('a-helper')).toBeTruthy()
  })
})

describe('the own second factor', () => {
  const codeOf = (secret: string, at = Date.now()) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })

  test('counts once a code has confirmed it, and goes with password and a fresh code', async () => {
    const me = await viewer('a-inspector')
    const read = () => readOwnSecondFactor(me)
    expect(await read()).toEqual({ state: 'none' })
    await beginSecondFactor(me)
    const begun = await read()
    if (begun.state !== 'begun') throw new Error('not begun')
    expect(begun.address).toContain(begun.secret)
    expect(await open('a-inspector')).toBeTruthy()
    const code = codeOf(begun.secret)
    const wrong = code === '000000' ? '111111' : '000000'
    expect(await codes(confirmSecondFactor(me, { code: wrong }, new Date()))).toEqual(['codeWrong'])
    await confirmSecondFactor(me, { code }, new Date())
    expect(await codes(open('a-inspector'))).toEqual(['codeNeeded'])
    expect(await codes(beginSecondFactor(me))).toEqual(['changedMeanwhile'])
    const remove = (given: string, now: Date, word = password) =>
      codes(removeSecondFactor(me, { password: word, code: given }, now))
    expect(await remove(code, new Date())).toEqual(['codeWrong'])
    const later = new Date(Date.now() + 60_000)
    const fresh = codeOf(begun.secret, later.getTime())
    expect(await remove(fresh, later, 'wrong')).toEqual(['password:passwordWrong'])
    expect(await remove(fresh, later)).toEqual(['none'])
    expect(await open('a-inspector')).toBeTruthy()
  })

  test('is required for county office and administrator outside the demo', async () => {
    await owner.query(
      `UPDATE users SET demo = false WHERE account IN ('b-office', 'b-helper', 'b-admin')`,
    )
    const stepOf = async (who: string) => step((await world.viewer(who)).sessionId)
    expect(await stepOf('B.office')).toBe('/account/second-factor')
    expect(await stepOf('B.admin')).toBe('/account/second-factor')
    expect(await stepOf('B.helper')).toBe('none')
    expect(await stepOf('A.office')).toBe('none')
  })

  test('is asked for no more once it is set up', async () => {
    await owner.query(`UPDATE users SET demo = false WHERE account = 'b-admin'`)
    const me = await world.viewer('B.admin')
    await beginSecondFactor(me)
    const begun = await readOwnSecondFactor(me)
    if (begun.state !== 'begun') throw new Error('not begun')
    expect(await step(me.sessionId)).toBe('/account/second-factor')
    await confirmSecondFactor(me, { code: codeOf(begun.secret) }, new Date())
    expect(await step(me.sessionId)).toBe('none')
  })
})

describe('own sessions', () => {
  test('are listed, ended one by one and all together, never those of others', async () => {
    const foreign = await open('a-office-2')
    const first = await open('b-leader')
    const me = await viewer('b-leader')
    const list = () => readOwnSessions(me, { now: new Date(), idleHours })
    expect((await list()).map(({ id, current }) => [id, current])).toEqual([
      [me.sessionId, true],
      [first, false],
    ])
    expect(await codes(endOwnSession(me, foreign, new Date()))).toEqual(['notFound'])
    await endOwnSession(me, first, new Date())
    expect(await load(first)).toBeUndefined()
    await open('b-leader')
    expect(await signOutEverywhere(me, new Date())).toBe(2)
    expect(await load(me.sessionId)).toBeUndefined()
    expect(await load(foreign)).toBeDefined()
    const [event] = await sql(`SELECT details FROM events WHERE kind = 'signedOutEverywhere'`)
    expect(event.details).toEqual({ account: 'b-leader', sessions: 2 })
  })

  test('somebody with appointments in two counties chooses one of them', async () => {
    await owner.query(
      `INSERT INTO appointments (id, county_id, user_id, organisation_id, role, from_on, confirmed_at)
       VALUES (gen_random_uuid(), '451322', $1, $2, 'HELPER_UNIT', '2014-01-01', now())`,
      [world.users['A.helper'], world.organisations['B.helper']],
    )
    const state = await load(await open('a-helper'))
    if (!state) throw new Error('no session')
    expect(pendingStep(state)).toBe('/account/county')
    expect(await codes(chooseCounty(state, '450999'))).toEqual(['countyId:invalidChoice'])
    await chooseCounty(state, '451322')
    const chosen = await load(state.viewer.sessionId)
    expect(chosen?.countyChosen).toBe(true)
    expect(chosen?.viewer.countyId).toBe('451322')
    expect(chosen?.viewer.grants).toHaveLength(1)
  })
})

describe('the first administrator', () => {
  const given = {
    countyCode: '450224',
    countyName: '融安县',
    account: 'Root.Admin',
    name: '韦某',
    password: 'first-secret-word-1',
  }

  test('comes with county, rule set and office, signs in and sees no case', async () => {
    await createFirstAdministrator(given)
    const sessionId = await open('root.admin', given.password)
    const state = await loadSession(sessionId, { today: today(), idleHours })
    expect(state?.viewer).toMatchObject({ countyId: '450224', grants: [{ role: 'SYSTEM_ADMIN' }] })
    expect(state && pendingStep(state)).toBe('/account/second-factor')
    const [made] = await sql(`
      SELECT (SELECT count(*)::int FROM rule_sets WHERE county_id = '450224') AS rule_sets,
             (SELECT count(*)::int FROM problem_kinds) AS kinds,
             (SELECT count(*)::int FROM organisations WHERE county_id = '450224') AS organisations`)
    expect(made).toEqual({ rule_sets: 1, kinds: world.kinds.length, organisations: 2 })
    expect(await verifyAll()).toMatchObject({ findings: [] })
  })

  test('is refused when there is one, or with a weak password', async () => {
    await expect(createFirstAdministrator(given)).rejects.toThrow(/already/)
    await expect(createFirstAdministrator({ ...given, password: 'short' })).rejects.toThrow(
      /12 characters/,
    )
  })
})
