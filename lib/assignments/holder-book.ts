import 'server-only'
import type { Role } from '@/lib/access/roles'
import type { Tx } from '@/lib/db'
import type { OrganisationKind } from '@/prisma/generated/enums'

type Organisation = {
  id: string
  name: string
  kind: OrganisationKind
  townshipId: string | null
}

/** Who may be put into slots: organisations that are active, accounts in force on the day. */
export type HolderBook = {
  organisations: Organisation[]
  /** The party committees of townships, active or not. */
  townshipOrganisations: Organisation[]
  accounts: {
    role: Role
    userId: string
    name: string
    post: string
    organisation: Pick<Organisation, 'id' | 'name' | 'townshipId'>
  }[]
}

type Named = {
  organisationIds: readonly string[]
  townshipIds: readonly string[]
  userIds: readonly string[]
  /** Accounts by the person's name too. */
  names?: readonly string[]
}

/** Whoever is named, read at once: one statement for organisations, one for accounts if any. */
export async function readHolderBook(
  tx: Tx,
  countyId: string,
  day: Date,
  { organisationIds, townshipIds, userIds, names = [] }: Named,
): Promise<HolderBook> {
  const found = await tx.organisation.findMany({
    where: {
      countyId,
      OR: [
        { id: { in: [...organisationIds] } },
        { kind: 'TOWNSHIP', townshipId: { in: [...townshipIds] } },
      ],
    },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, kind: true, townshipId: true, active: true },
  })
  const whoever = userIds.length + names.length
  const held = whoever === 0 ? [] : await accountsInForce(tx, countyId, day, userIds, names)
  return {
    organisations: found.filter(({ active }) => active),
    townshipOrganisations: found.filter(({ kind }) => kind === 'TOWNSHIP'),
    accounts: held.map(({ role, user, organisation }) => ({
      role,
      userId: user.id,
      name: user.name,
      post: user.post,
      organisation,
    })),
  }
}

function accountsInForce(
  tx: Tx,
  countyId: string,
  day: Date,
  userIds: readonly string[],
  names: readonly string[],
) {
  return tx.appointment.findMany({
    where: {
      countyId,
      user: {
        status: 'ACTIVE',
        OR: [{ id: { in: [...userIds] } }, { name: { in: [...names] } }],
      },
      confirmedAt: { not: null },
      fromOn: { lte: day },
      OR: [{ toOn: null }, { toOn: { gte: day } }],
    },
    orderBy: { id: 'asc' },
    select: {
      role: true,
      user: { select: { id: true, name: true, post: true } },
      organisation: { select: { id: true, name: true, townshipId: true } },
    },
  })
}
