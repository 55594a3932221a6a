import { beforeAll, describe, expect, test } from 'vitest'
import { loadSession, loadToken } from '@/lib/access/load-viewer'
import { systemViewer } from '@/lib/access/system'
import { pendingStep } from '@/lib/access/viewer'
import type { Viewer } from '@/lib/access/viewer-types'
import { hashPassword } from '@/lib/accounts/passwords'
import { suspendAccount } from '@/lib/accounts/people-commands'
import { readPerson } from '@/lib/accounts/queries'
import { signOutEverywhere } from '@/lib/accounts/session-commands'
import {
  createToken,
  markTokenUsed,
  revokeToken,
  revokeTokenOf,
} from '@/lib/accounts/token-commands'
import { readOwnTokens } from '@/lib/accounts/token-queries'
import { maxTokens, tokenHash } from '@/lib/accounts/token-rules'
import { verifyAll } from '@/lib/audit/verify'
import { transaction } from '@/lib/db'
import { accountsWorld, refused } from '@/tests/support/accounts-world'
import { worldDay } from '@/tests/support/world'

const here = accountsWorld()
const { sql } = here
const now = new Date('2026-03-10T02:00:00Z')
const password = 'right-password-1'
let township: Viewer

beforeAll(async () => {
  const passwordHash = await hashPassword(password)
  await transaction(systemViewer('setup'), (tx) =>
    tx.credential.createMany({
      data: Object.values(here.world.users).map((userId) => ({ userId, passwordHash })),
    }),
  )
  await owner(`UPDATE users SET must_change_password = false`)
  await owner(`UPDATE users SET demo = true`)
  township = await here.world.viewer('A.township')
})

const owner = (text: string, values: unknown[] = []) => sql(text, values)
const make = (viewer: Viewer, given: Partial<Parameters<typeof createToken>[1]> = {}) =>
  createToken(
    viewer,
    { name: '台账同步', scope: 'read', expiresOn: '2026-06-08', password, ...given },
    now,
  )
const load = (token: string, day = worldDay) => loadToken(tokenHash(token), day)

describe('a token', () => {
  test('stands nowhere in the database: only its hash does, and it has 256 random bits', async () => {
    const { token } = await make(township)
    expect(token).toMatch(/^ovop_[\w-]{43}$/)
    const [row] = await sql('SELECT to_jsonb(t) AS row FROM access_tokens t WHERE hash = $1', [
      tokenHash(token),
    ])
    expect(row.row).toMatchObject({ name: '台账同步', writes: false, expires_on: '2026-06-08' })
    expect(JSON.stringify(row)).not.toContain(token.slice(5))
    const events = await sql(`SELECT details FROM events WHERE kind = 'tokenCreated'`)
    expect(events.at(-1).details).toEqual({
      account: 'a-township',
      name: '台账同步',
      scope: 'read',
      expiresOn: '2026-06-08',
    })
    expect(JSON.stringify(await readOwnTokens(township))).not.toContain(row.row.hash)
    expect(await loadToken(token, worldDay)).toBeUndefined()
  })

  test.each(['A.office', 'A.leader', 'A.township', 'A.helper', 'A.inspector', 'A.admin'])(
    'of %s gives exactly the viewer of a session',
    async (who) => {
      const viewer = await here.world.viewer(who)
      const session = await loadSession(viewer.sessionId ?? '', { today: worldDay, idleHours: 12 })
      const standing = await load((await make(viewer, { scope: 'write' })).token)
      expect(standing?.viewer).toEqual({ ...session?.viewer, sessionId: null })
      expect(standing?.writes).toBe(true)
    },
  )

  test('lasts to its last day and no longer; a year at most', async () => {
    const { token } = await make(township, { expiresOn: '2026-03-12' })
    expect(await load(token, '2026-03-12')).toBeDefined()
    expect(await load(token, '2026-03-13')).toBeUndefined()
    await here.refuses('tokenTerm', () => make(township, { expiresOn: '2027-03-11' }))
    await here.refuses('tokenTerm', () => make(township, { expiresOn: worldDay }))
    expect(await make(township, { expiresOn: '2027-03-10' })).toBeTruthy()
  })

  test('needs the password, so that an open browser is not enough', async () => {
    await here.refuses('invalidInput', () => make(township, { password: 'wrong-password-1' }))
  })

  test('tells the day of its last use', async () => {
    const { id, token } = await make(township)
    const standing = await load(token)
    await markTokenUsed(id, standing?.lastUsedOn ?? null, worldDay)
    const shown = (await readOwnTokens(township)).find((one) => one.id === id)
    expect(shown).toMatchObject({ lastUsedOn: worldDay, state: 'live' })
  })

  test('asks for what a session would ask for first', async () => {
    const viewer = await here.world.viewer('A.office-2')
    const { token } = await make(viewer)
    await owner(`UPDATE users SET must_change_password = true WHERE account = 'a-office-2'`)
    const step = async () => {
      const standing = await load(token)
      return standing && pendingStep(standing)
    }
    expect(await step()).toBe('/account/password')
    await owner(
      `UPDATE users SET must_change_password = false, demo = false WHERE account = 'a-office-2'`,
    )
    expect(await step()).toBe('/account/second-factor')
  })

  test('works in its county only, also when its owner serves in another one later', async () => {
    const viewer = await here.world.viewer('A.inspector')
    const { token } = await make(viewer)
    await owner(
      `UPDATE appointments SET to_on = '2026-03-09' WHERE user_id = $1 AND county_id = '450223'`,
      [viewer.userId],
    )
    await owner(
      `INSERT INTO appointments (id, county_id, user_id, organisation_id, role, from_on, confirmed_at)
       VALUES (gen_random_uuid(), '451322', $1, $2, 'INSPECTOR', '2026-01-01', now())`,
      [viewer.userId, here.unit('B.inspectors')],
    )
    expect(await load(token)).toBeUndefined()
  })

  test('is one of at most twenty at a time', async () => {
    const viewer = await here.world.viewer('B.township')
    for (let number = 0; number < maxTokens; number++) {
      await owner(
        `INSERT INTO access_tokens (id, user_id, county_id, name, hash, writes, expires_on)
         VALUES (gen_random_uuid(), $1, '451322', 't', $2, false, '2026-05-01')`,
        [viewer.userId, tokenHash(`full ${number}`)],
      )
    }
    await expect(make(viewer)).rejects.toEqual(refused('tooManyTokens'))
  })
})

describe('revoked', () => {
  test('by its owner it fails from the next request on, and never comes back', async () => {
    const { id, token } = await make(township)
    await revokeToken(township, { tokenId: id }, now)
    expect(await load(token)).toBeUndefined()
    expect(await here.lastEvent()).toMatchObject({
      kind: 'tokenRevoked',
      details: { account: 'a-township', name: '台账同步' },
    })
    await here.refuses('notFound', () => revokeToken(township, { tokenId: id }, now))
    await expect(
      owner('UPDATE access_tokens SET revoked_at = NULL, revoked_by_id = NULL WHERE id = $1', [id]),
    ).rejects.toThrow(/does not come back/)
    await expect(
      owner('UPDATE access_tokens SET writes = true WHERE id = $1', [id]),
    ).rejects.toThrow(/does not change/)
  })

  test('by the administrator, not by a colleague', async () => {
    const { id, token } = await make(township)
    const colleague = await here.world.viewer('A.township-2')
    await here.refuses('notFound', () => revokeToken(colleague, { tokenId: id }, now))
    const of = { userId: township.userId, tokenId: id }
    await here.refuses('forbidden', () => revokeTokenOf(here.office, of, now))
    expect((await readPerson(here.admin, township.userId)).tokens).toContainEqual(
      expect.objectContaining({ id, state: 'live' }),
    )
    await revokeTokenOf(here.admin, of, now)
    expect(await load(token)).toBeUndefined()
  })

  test('with every session when its owner signs out everywhere', async () => {
    const viewer = await here.world.viewer('A.team')
    const { token } = await make(viewer)
    await signOutEverywhere(viewer, now)
    expect(await load(token)).toBeUndefined()
    expect(await here.lastEvent()).toMatchObject({ kind: 'signedOutEverywhere' })
  })

  test('with the account, and not revived when the account is', async () => {
    const viewer = await here.world.viewer('A.helper')
    const { token } = await make(viewer)
    await suspendAccount(here.admin, { userId: viewer.userId, reason: '调离' }, now)
    expect(await load(token)).toBeUndefined()
    await owner(`UPDATE users SET status = 'ACTIVE' WHERE id = $1`, [viewer.userId])
    expect(await load(token)).toBeUndefined()
  })
})

test('the chains hold', async () => {
  expect((await verifyAll()).findings).toEqual([])
})
