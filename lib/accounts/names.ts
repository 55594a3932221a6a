import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { asSystem, type Tx } from '@/lib/db'

/** Names of people by id, also of those whose home is another county. */
export async function namesOf(tx: Tx, ids: string[]) {
  const rows = await asSystem(tx, systemViewer('accounts'), () =>
    tx.user.findMany({
      where: { id: { in: [...new Set(ids)] } },
      select: { id: true, account: true, name: true, countyId: true },
    }),
  )
  return new Map(rows.map((row) => [row.id, row]))
}
