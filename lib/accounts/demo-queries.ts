import 'server-only'
import type { Role } from '@/lib/access/roles'
import { systemViewer } from '@/lib/access/system'
import { read } from '@/lib/db'
import { env } from '@/lib/env'

export type DemoAccount = {
  account: string
  name: string
  county: string
  roles: Role[]
  organisation: string
}

/** The accounts of the demonstration for the sign-in page; none outside demo mode. */
export async function demoAccounts(): Promise<DemoAccount[]> {
  if (!env().DEMO) return []
  const people = await read(systemViewer('signIn'), (tx) =>
    tx.user.findMany({
      where: { demo: true, status: 'ACTIVE' },
      orderBy: [{ countyId: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
      select: {
        account: true,
        name: true,
        county: { select: { name: true } },
        appointments: { select: { role: true, organisation: { select: { name: true } } } },
      },
    }),
  )
  return people.map(({ account, name, county, appointments }) => ({
    account,
    name,
    county: county.name,
    roles: appointments.map(({ role }) => role),
    organisation: appointments[0]?.organisation.name ?? '',
  }))
}
