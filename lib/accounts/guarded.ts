import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { fromDay } from '@/lib/dates'
import { asSystem, type Tx } from '@/lib/db'

/** Whether a person serves, or is to serve, in a county office: resetting them needs its consent. */
export async function isGuarded(tx: Tx, userId: string, today: string): Promise<boolean> {
  const offices = await asSystem(tx, systemViewer('session'), () =>
    tx.appointment.count({
      where: {
        userId,
        role: 'COUNTY_OFFICE',
        droppedAt: null,
        OR: [{ toOn: null }, { toOn: { gte: fromDay(today) } }],
      },
    }),
  )
  return offices > 0
}
