import { beforeAll, expect } from 'vitest'
import type { Viewer } from '@/lib/access/viewer-types'
import { createAccount } from '@/lib/accounts/people-commands'
import { databaseOfThisFile } from './database'
import { makeWorld, type World } from './world'

/** The moment at which the commands of these tests happen. */
export const accountsNow = new Date('2026-03-10T02:00:00Z')

/** The world with its administrator and county office, for the tests of accounts. */
export function accountsWorld() {
  const { owner } = databaseOfThisFile()
  const sql = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows
  const events = async () =>
    Number((await sql(`SELECT count(*) FROM events WHERE chain LIKE 'accounts:%'`))[0].count)
  let made = 0
  const here = {
    world: {} as World,
    admin: {} as Viewer,
    office: {} as Viewer,
    owner,
    sql,
    unit: (key: string) => here.world.organisations[key] ?? '',
    user: (key: string) => here.world.users[key] ?? '',
    lastEvent: async () =>
      (
        await sql(
          `SELECT kind, details FROM events WHERE chain = 'accounts:450223' ORDER BY seq DESC LIMIT 1`,
        )
      )[0],
    /** Refused with this code, and no event written. */
    refuses: async (code: string, work: () => Promise<unknown>) => {
      const before = await events()
      await expect(work()).rejects.toEqual(refused(code))
      expect(await events()).toBe(before)
    },
    newPerson: () => {
      const account = `person-${++made}`
      const person = { account, name: `新人${made}`, post: '干部' }
      return createAccount(here.admin, person, accountsNow)
    },
  }
  beforeAll(async () => {
    here.world = await makeWorld()
    here.admin = await here.world.viewer('A.admin')
    here.office = await here.world.viewer('A.office')
  })
  return here
}

/** An expected error with this code. */
export const refused = (code: string) => expect.objectContaining({ code })
