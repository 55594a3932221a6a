import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { record } from '@/lib/audit/record'
import { today } from '@/lib/clock'
import { transaction } from '@/lib/db'
import { setPassword, takeSecondFactor } from './apply-reset'
import { isGuarded } from './guarded'
import { hashPassword, temporaryPassword } from './passwords'

/**
 * `npm run reset`: for a county whose office has nobody left who could confirm a reset. Whoever
 * stands at the server gets the new password, or takes the second factor away; it is recorded as
 * done there. Only for people of a county office: all others have their administrator.
 */
export async function resetOnConsole(
  given: { account: string; what: 'password' | 'secondFactor' },
  now: Date,
): Promise<{ name: string; password: string | null }> {
  const password = temporaryPassword()
  const passwordHash = await hashPassword(password)
  const day = today()
  const person = await transaction(systemViewer('signIn'), (tx) =>
    tx.user.findUnique({
      where: { account: given.account.trim().toLowerCase() },
      select: { id: true, account: true, name: true, countyId: true },
    }),
  )
  if (!person) throw new Error(`There is no account ${given.account}.`)
  return transaction(systemViewer('setup', person.countyId), async (tx) => {
    if (!(await isGuarded(tx, person.id, day))) {
      throw new Error(`${given.account} is not of a county office: the administrator resets it.`)
    }
    const { account, name, countyId } = person
    const viewer = {
      userId: null,
      name: '服务器控制台',
      today: day,
      grants: [],
      origin: 'SYSTEM',
    } as const
    const chain = { accountsOf: countyId }
    if (given.what === 'secondFactor') {
      await takeSecondFactor(tx, person)
      await record(tx, { viewer }, chain, { kind: 'secondFactorRemoved', details: { account } })
      return { name, password: null }
    }
    await setPassword(tx, person, passwordHash, now)
    await record(tx, { viewer }, chain, { kind: 'passwordReset', details: { account } })
    return { name, password }
  })
}
