import { beforeAll, describe, expect, test } from 'vitest'
import { loadSession } from '@/lib/access/load-viewer'
import { systemViewer } from '@/lib/access/system'
import { listAppointments } from '@/lib/accounts/appointment-queries'
import { resetOnConsole } from '@/lib/accounts/console-commands'
import { hashPassword } from '@/lib/accounts/passwords'
import { readPerson } from '@/lib/accounts/queries'
import {
  confirmReset,
  refuseReset,
  removeSecondFactorOf,
  resetPassword,
} from '@/lib/accounts/reset-commands'
import { listResets } from '@/lib/accounts/reset-queries'
import { signIn } from '@/lib/accounts/sign-in-commands'
import { verifyAll } from '@/lib/audit/verify'
import { transaction } from '@/lib/db'
import { accountsNow, accountsWorld, refused } from '@/tests/support/accounts-world'
import { worldDay } from '@/tests/support/world'

const here = accountsWorld()
const { sql, refuses, user } = here
const password = 'right-password-1'
const account = 'a-office-2'
const at = { now: new Date(), userAgent: '', day: worldDay }
const target = () => ({ userId: user('A.office-2') })
const asked = async () => (await listResets(here.office)).at(-1)?.id ?? ''

beforeAll(async () => {
  const passwordHash = await hashPassword(password)
  await transaction(systemViewer('setup'), (tx) =>
    tx.credential.createMany({
      data: ['A.office', 'A.office-2', 'A.admin', 'B.office'].map((who) => ({
        userId: user(who),
        passwordHash,
      })),
    }),
  )
})

describe('the password of somebody of the county office', () => {
  test('is not reset by the administrator: it is asked for, once, and nothing changes', async () => {
    const { sessionId } = await signIn({ account, password }, at)
    expect((await readPerson(here.admin, target().userId)).guarded).toBe(true)
    expect(await resetPassword(here.admin, target(), accountsNow)).toEqual({
      account,
      password: null,
    })
    expect(await here.lastEvent()).toMatchObject({
      kind: 'resetAsked',
      details: { account, reset: 'PASSWORD' },
    })
    expect(await loadSession(sessionId, { today: worldDay, idleHours: 12 })).toBeDefined()
    expect(await signIn({ account, password }, at)).toHaveProperty('sessionId')
    await refuses('resetAskedAlready', () => resetPassword(here.admin, target(), accountsNow))
  })

  test('is confirmed by neither the person, nor the administrator, nor another county', async () => {
    const requestId = await asked()
    const person = await here.world.viewer('A.office-2')
    await refuses('ownWork', () => confirmReset(person, { requestId }, accountsNow))
    await refuses('forbidden', () => confirmReset(here.admin, { requestId }, accountsNow))
    const other = await here.world.viewer('B.office')
    await refuses('notFound', () => confirmReset(other, { requestId }, accountsNow))
    await expect(
      sql(
        `UPDATE reset_requests SET status = 'DONE', decided_at = now(), decided_by_id = user_id WHERE id = $1`,
        [requestId],
      ),
    ).rejects.toThrow(/reset_requests_other/)
  })

  test('confirmed by a colleague, who alone learns the new one; it is decided once', async () => {
    const requestId = await asked()
    const { sessionId } = await signIn({ account, password }, at)
    const reset = await confirmReset(here.office, { requestId }, accountsNow)
    expect(await loadSession(sessionId, { today: worldDay, idleHours: 12 })).toBeUndefined()
    await expect(signIn({ account, password }, at)).rejects.toEqual(refused('signInRefused'))
    const opened = await signIn({ account, password: reset.password ?? '' }, at)
    const standing = await loadSession(opened.sessionId, { today: worldDay, idleHours: 12 })
    expect(standing?.mustChangePassword).toBe(true)
    const events = JSON.stringify(await sql('SELECT kind, actor_id, details FROM events'))
    expect(events).not.toContain(reset.password)
    const [event] = await sql(`SELECT actor_id FROM events WHERE kind = 'passwordReset'`)
    expect(event.actor_id).toBe(here.office.userId)
    await refuses('changedMeanwhile', () => confirmReset(here.office, { requestId }, accountsNow))
  })

  test('refused by a colleague, nothing changes', async () => {
    await resetPassword(here.admin, target(), accountsNow)
    await refuseReset(here.office, { requestId: await asked() }, accountsNow)
    expect(await here.lastEvent()).toMatchObject({ kind: 'resetRefused' })
    expect(await listResets(here.office)).toEqual([])
  })

  test('is guarded as soon as the appointment is granted, before it is confirmed', async () => {
    const { userId } = await here.newPerson()
    expect((await resetPassword(here.admin, { userId }, accountsNow)).password).not.toBeNull()
    await sql(
      `INSERT INTO appointments (id, county_id, user_id, organisation_id, role, from_on)
       VALUES (gen_random_uuid(), '450223', $1, $2, 'COUNTY_OFFICE', '2026-03-01')`,
      [userId, here.unit('A.office')],
    )
    expect((await resetPassword(here.admin, { userId }, accountsNow)).password).toBeNull()
    expect((await listAppointments(here.admin, { view: 'pending' })).items).toHaveLength(1)
  })
})

test('the second factor of somebody of the county office goes the same way', async () => {
  const set = `UPDATE credentials SET totp_secret = 'ABCDEFGH', totp_confirmed_at = now() WHERE user_id = $1`
  await sql(set, [target().userId])
  expect(await removeSecondFactorOf(here.admin, target(), accountsNow)).toEqual({ asked: true })
  expect((await readPerson(here.admin, target().userId)).hasSecondFactor).toBe(true)
  await confirmReset(here.office, { requestId: await asked() }, accountsNow)
  expect((await readPerson(here.admin, target().userId)).hasSecondFactor).toBe(false)
})

describe('where nobody else could confirm', () => {
  test('the pages refuse and the console of the server does it, on record', async () => {
    await sql(
      `UPDATE appointments SET to_on = '2026-03-09' WHERE role = 'COUNTY_OFFICE' AND county_id = '451322' AND user_id <> $1`,
      [user('B.office')],
    )
    const admin = await here.world.viewer('B.admin')
    const userId = user('B.office')
    await refuses('resetOnServer', () => resetPassword(admin, { userId }, accountsNow))
    const { password: next } = await resetOnConsole(
      { account: 'B-office', what: 'password' },
      accountsNow,
    )
    expect(await signIn({ account: 'b-office', password: next ?? '' }, at)).toHaveProperty(
      'sessionId',
    )
    const [event] = await sql(
      `SELECT kind, origin, actor_id, actor_name FROM events WHERE chain = 'accounts:451322' AND kind = 'passwordReset'`,
    )
    expect(event).toMatchObject({ origin: 'SYSTEM', actor_id: null, actor_name: '服务器控制台' })
  })

  test('the console is for county offices only', async () => {
    await expect(
      resetOnConsole({ account: 'a-helper', what: 'password' }, accountsNow),
    ).rejects.toThrow(/not of a county office/)
    await expect(
      resetOnConsole({ account: 'nobody', what: 'password' }, accountsNow),
    ).rejects.toThrow(/no account/)
  })
})

test('the chains hold', async () => {
  expect((await verifyAll()).findings).toEqual([])
})
