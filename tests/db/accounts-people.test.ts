import { describe, expect, test } from 'vitest'
import { loadSession } from '@/lib/access/load-viewer'
import { createOrganisation } from '@/lib/accounts/organisation-commands'
import { listOrganisations } from '@/lib/accounts/organisation-queries'
import {
  changePerson,
  createAccount,
  restoreAccount,
  suspendAccount,
} from '@/lib/accounts/people-commands'
import { listPeople, readPerson } from '@/lib/accounts/queries'
import { removeSecondFactorOf, resetPassword } from '@/lib/accounts/reset-commands'
import { loggingDenied } from '@/lib/accounts/security-log'
import { listSecurityLog } from '@/lib/accounts/security-log-queries'
import { signIn } from '@/lib/accounts/sign-in-commands'
import { accountsNow, accountsWorld, refused } from '../support/accounts-world'
import { worldDay } from '../support/world'

const here = accountsWorld()
const { owner, sql, unit, user, lastEvent, refuses, newPerson } = here

describe('accounts', () => {
  test('are opened with a password that signs in once and must be changed', async () => {
    const { userId, account, password } = await newPerson()
    expect(await lastEvent()).toMatchObject({ kind: 'accountCreated', details: { account } })
    const { sessionId } = await signIn({ account, password }, { now: new Date(), userAgent: '' })
    const state = await loadSession(sessionId, { today: worldDay, idleHours: 12 })
    expect(state).toMatchObject({ mustChangePassword: true, viewer: { userId, grants: [] } })
  })

  test('are unique across counties, and nothing but that is said', async () => {
    await refuses('invalidInput', () =>
      createAccount(here.admin, { account: 'b-office', name: '重名', post: '' }, accountsNow),
    )
  })

  test('are managed by nobody but an administrator of the county', async () => {
    for (const who of ['A.office', 'A.leader', 'A.township', 'A.helper', 'A.team', 'A.inspector']) {
      const viewer = await here.world.viewer(who)
      await refuses('forbidden', () =>
        createAccount(viewer, { account: 'x-1-2', name: '某', post: '' }, accountsNow),
      )
      await refuses('forbidden', () =>
        resetPassword(viewer, { userId: user('A.helper') }, accountsNow),
      )
    }
    const other = await here.world.viewer('B.admin')
    await refuses('notFound', () => resetPassword(other, { userId: user('A.helper') }, accountsNow))
    const reason = '调离'
    await refuses('notFound', () =>
      suspendAccount(other, { userId: user('A.helper'), reason }, accountsNow),
    )
  })

  test('change name and post with before and after, and notice a change meanwhile', async () => {
    const { userId } = await newPerson()
    await changePerson(here.admin, { userId, version: 1, name: '改名', post: '科长' })
    const [event] = await sql(`SELECT details FROM events WHERE kind = 'accountChanged'`)
    expect(event.details.changes.post).toEqual(['干部', '科长'])
    await refuses('changedMeanwhile', () =>
      changePerson(here.admin, { userId, version: 1, name: '又改', post: '' }),
    )
  })

  test('suspended: sessions end at once, restored: appointments are still there', async () => {
    const viewer = await here.world.viewer('A.other-township')
    const sessionId = viewer.sessionId ?? ''
    const load = () => loadSession(sessionId, { today: worldDay, idleHours: 12 })
    expect(await load()).toBeDefined()
    await suspendAccount(here.admin, { userId: viewer.userId, reason: '离岗' }, accountsNow)
    expect(await load()).toBeUndefined()
    const [session] = await sql('SELECT end_reason FROM sessions WHERE id = $1', [sessionId])
    expect(session.end_reason).toBe('SUSPENDED')
    await refuses('changedMeanwhile', () =>
      suspendAccount(here.admin, { userId: viewer.userId, reason: '离岗' }, accountsNow),
    )
    await restoreAccount(here.admin, { userId: viewer.userId })
    expect(await load()).toBeUndefined()
    expect((await here.world.viewer('A.other-township')).grants).toHaveLength(1)
    await refuses('ownAccount', () =>
      suspendAccount(here.admin, { userId: here.admin.userId, reason: '自己' }, accountsNow),
    )
  })

  test('reset: the old sessions and password are gone, failures forgiven', async () => {
    const { userId, account, password } = await newPerson()
    const at = { now: new Date(), userAgent: '' }
    const { sessionId } = await signIn({ account, password }, at)
    for (let n = 0; n < 6; n++) await signIn({ account, password: 'wrong' }, at).catch(() => {})
    await expect(signIn({ account, password }, at)).rejects.toEqual(refused('signInLocked'))
    const reset = await resetPassword(here.admin, { userId }, accountsNow)
    expect(await loadSession(sessionId, { today: worldDay, idleHours: 12 })).toBeUndefined()
    await expect(signIn({ account, password }, at)).rejects.toEqual(refused('signInRefused'))
    expect(await signIn({ account, password: reset.password ?? '' }, at)).toHaveProperty(
      'sessionId',
    )
    expect(JSON.stringify(await sql('SELECT details FROM events'))).not.toContain(
      reset.password ?? '?',
    )
  })

  test('a lost second factor is removed by the administrator', async () => {
    const { userId } = await newPerson()
    await refuses('changedMeanwhile', () =>
      removeSecondFactorOf(here.admin, { userId }, accountsNow),
    )
    await owner.query(
      `UPDATE credentials SET totp_secret = 'ABCDEFGH', totp_confirmed_at = now() WHERE user_id = $1`,
      [userId],
    )
    expect((await readPerson(here.admin, userId)).hasSecondFactor).toBe(true)
    await removeSecondFactorOf(here.admin, { userId }, accountsNow)
    expect((await readPerson(here.admin, userId)).hasSecondFactor).toBe(false)
    expect(await lastEvent()).toMatchObject({ kind: 'secondFactorRemoved' })
  })
})

describe('lists', () => {
  test('page by account without a gap, filtered, and only of the county', async () => {
    const ids: string[] = []
    for (let after: string | undefined, page = 0; page < 9; page++) {
      const { items, next } = await listPeople(here.admin, { after })
      ids.push(...items.map(({ id }) => id))
      if (!next) break
      after = next
    }
    const all = await sql(`SELECT id FROM users WHERE county_id = '450223' ORDER BY account`)
    expect(ids).toEqual(all.map(({ id }) => id))
    const filter = { organisation: unit('A.team'), role: 'WORK_TEAM' } as const
    expect((await listPeople(here.admin, filter)).items.map(({ account }) => account)).toEqual([
      'a-team',
    ])
    await expect(listPeople(await here.world.viewer('A.township'), {})).rejects.toEqual(
      refused('forbidden'),
    )
    const other = await here.world.viewer('B.admin')
    await expect(readPerson(other, user('A.team'))).rejects.toEqual(refused('notFound'))
  })

  test.each(['%', '_', '\\'])('take %s for itself', async (q) => {
    const accounts = async () =>
      (await listPeople(here.admin, { q })).items.map(({ account }) => account)
    const units = async () =>
      (await listOrganisations(here.admin, { q })).items.map(({ name }) => name)
    expect([await accounts(), await units()]).toEqual([[], []])
    const account = `odd${q.charCodeAt(0)}`
    await createAccount(here.admin, { account, name: `韦${q}一`, post: '' }, accountsNow)
    await createOrganisation(here.admin, { kind: 'DEPARTMENT', name: `县${q}局` })
    expect([await accounts(), await units()]).toEqual([[account], [`县${q}局`]])
  })

  test('the security log holds what was refused, for its own county', async () => {
    const township = await here.world.viewer('A.township')
    const work = () =>
      createAccount(township, { account: 'x-1-2', name: '某', post: '' }, accountsNow)
    await expect(loggingDenied(township, work)).rejects.toEqual(refused('forbidden'))
    const { items } = await listSecurityLog(here.office, {})
    expect(items[0]).toMatchObject({
      kind: 'denied',
      details: { permission: 'account.manage' },
      person: { account: 'a-township' },
    })
    expect((await listSecurityLog(await here.world.viewer('B.admin'), {})).items).toEqual([])
    await expect(listSecurityLog(township, {})).rejects.toEqual(refused('forbidden'))
  })
})
