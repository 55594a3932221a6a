import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { asSystem, type Tx } from '@/lib/db'
import { Conflict } from '@/lib/errors'
import { endSessionsOf } from './person'
import { forgiveFailures, throttleKey } from './throttle'

type Person = { id: string; account: string }

/** Sets a password to be changed at the next sign-in; sessions end and failures are forgiven. */
export async function setPassword(tx: Tx, person: Person, passwordHash: string, now: Date) {
  const userId = person.id
  await asSystem(tx, systemViewer('accounts'), async () => {
    // Office and console may not change people; being made to change the password goes with it.
    await tx.user.updateMany({ where: { id: userId }, data: { mustChangePassword: true } })
    const secret = { passwordHash, passwordSetAt: now }
    await tx.credential.upsert({
      where: { userId },
      create: { userId, ...secret },
      update: secret,
      select: { userId: true },
    })
    await forgiveFailures(tx, throttleKey(person.account), now)
  })
  await endSessionsOf(tx, { userId, reason: 'PASSWORD_CHANGED', now })
}

/** Takes the second factor away; who must have one sets it up anew at the next sign-in. */
export async function takeSecondFactor(tx: Tx, { id: userId }: Person) {
  const { count } = await asSystem(tx, systemViewer('accounts'), () =>
    tx.credential.updateMany({
      where: { userId, totpConfirmedAt: { not: null } },
      data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
    }),
  )
  if (count === 0) throw new Conflict()
}
