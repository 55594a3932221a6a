import 'server-only'
import type { Role } from '@/lib/access/roles'
import type { WorkingCase } from '@/lib/cases/select'
import { type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import type { OrganisationKind } from '@/prisma/generated/enums'
import type { Slot } from './rules'
import type { HolderInput } from './schema'

/** Someone fit for a slot. `id` tells holders apart; `words` name them on the timeline. */
export type Holder = {
  id: string
  words: string
  row: {
    organisationId: string | null
    userId: string | null
    personName: string
    personPost: string
  }
}

/** What each slot asks for: the organisation's kind, the account's role, whether a person is named. */
const asked: Record<
  Slot,
  { organisation?: OrganisationKind; role?: Role; accountOnly?: true; person?: true }
> = {
  COUNTY_LEADER: { role: 'COUNTY_LEADER', accountOnly: true },
  TOWNSHIP_LEADER: { role: 'TOWNSHIP', person: true },
  TOWNSHIP_OFFICER: { role: 'TOWNSHIP', person: true },
  HELPER_UNIT: { organisation: 'DEPARTMENT', role: 'HELPER_UNIT' },
  WORK_TEAM: { organisation: 'WORK_TEAM', role: 'WORK_TEAM', person: true },
  PAIRED_BRANCH: { organisation: 'PARTY_BRANCH' },
}

/**
 * Checks that a person or organisation fits a slot: a linked leader is an account with that role,
 * a helper unit a department, a work team names its first secretary, township slots name a person
 * of the township. An account given must hold the role at that organisation on the day. Throws
 * `InvalidInput` by field.
 */
export async function holderFor(
  tx: Tx,
  kase: Pick<WorkingCase, 'countyId' | 'townshipId'>,
  slot: Slot,
  input: HolderInput,
  today: Day,
): Promise<Holder> {
  const { organisation: kind, role, accountOnly, person } = asked[slot]
  if (accountOnly && !input.userId) refuse('userId', 'required')
  if (kind && !input.organisationId) refuse('organisationId', 'required')
  if (person && !input.userId && !input.personName) refuse('personName', 'required')
  const own = kind ? await organisationOf(tx, kase.countyId, input.organisationId, kind) : null
  const account =
    role && input.userId
      ? await accountOf(tx, kase, { userId: input.userId, role, organisationId: own?.id }, today)
      : null
  const organisation = own ?? account?.organisation ?? (await townshipOf(tx, kase, slot))
  const row = {
    organisationId: organisation?.id ?? null,
    userId: account?.user.id ?? null,
    personName: account?.user.name ?? input.personName,
    personPost: input.personPost || (account?.user.post ?? ''),
  }
  return {
    id: `${row.organisationId}/${row.userId ?? row.personName}`,
    words: [organisation?.name, row.personName].filter(Boolean).join(' '),
    row,
  }
}

async function organisationOf(
  tx: Tx,
  countyId: string,
  id: string | undefined,
  kind: OrganisationKind,
) {
  const found = await tx.organisation.findFirst({
    where: { id, countyId, kind, active: true },
    select: { id: true, name: true },
  })
  return found ?? refuse('organisationId', 'invalidChoice')
}

async function accountOf(
  tx: Tx,
  kase: Pick<WorkingCase, 'countyId' | 'townshipId'>,
  want: { userId: string; role: Role; organisationId: string | undefined },
  today: Day,
) {
  const day = fromDay(today)
  const found = await tx.appointment.findFirst({
    where: {
      countyId: kase.countyId,
      userId: want.userId,
      role: want.role,
      organisationId: want.organisationId,
      ...(want.role === 'TOWNSHIP' && { organisation: { townshipId: kase.townshipId } }),
      user: { status: 'ACTIVE' },
      confirmedAt: { not: null },
      fromOn: { lte: day },
      OR: [{ toOn: null }, { toOn: { gte: day } }],
    },
    select: {
      user: { select: { id: true, name: true, post: true } },
      organisation: { select: { id: true, name: true } },
    },
  })
  return found ?? refuse('userId', 'invalidChoice')
}

/** Township slots are held for the township's own party committee. */
async function townshipOf(
  tx: Tx,
  kase: Pick<WorkingCase, 'countyId' | 'townshipId'>,
  slot: Slot,
): Promise<{ id: string; name: string } | null> {
  if (slot !== 'TOWNSHIP_LEADER' && slot !== 'TOWNSHIP_OFFICER') return null
  return tx.organisation.findFirst({
    where: { countyId: kase.countyId, townshipId: kase.townshipId, kind: 'TOWNSHIP' },
    select: { id: true, name: true },
  })
}

function refuse(field: string, code: string): never {
  throw new InvalidInput([{ field, code }])
}
