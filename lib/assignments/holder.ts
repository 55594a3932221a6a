import 'server-only'
import type { Role } from '@/lib/access/roles'
import type { WorkingCase } from '@/lib/cases/select'
import { type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput } from '@/lib/errors'
import type { OrganisationKind } from '@/prisma/generated/enums'
import { type HolderBook, readHolderBook } from './holder-book'
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

type Place = Pick<WorkingCase, 'countyId' | 'townshipId'>

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
  kase: Place,
  slot: Slot,
  input: HolderInput,
  today: Day,
): Promise<Holder> {
  const book = await readHolderBook(tx, kase.countyId, fromDay(today), {
    organisationIds: input.organisationId ? [input.organisationId] : [],
    townshipIds: [kase.townshipId],
    userIds: input.userId ? [input.userId] : [],
  })
  return holderFrom(book, kase, slot, input)
}

/** The same from a book that holds whoever is named, for many slots at once. */
export function holderFrom(
  book: HolderBook,
  kase: Place,
  slot: Slot,
  input: Omit<HolderInput, 'fromOn'>,
): Holder {
  const { organisation: kind, role, accountOnly, person } = asked[slot]
  if (accountOnly && !input.userId) refuse('userId', 'required')
  if (kind && !input.organisationId) refuse('organisationId', 'required')
  if (person && !input.userId && !input.personName) refuse('personName', 'required')
  const own = kind
    ? (book.organisations.find((one) => one.id === input.organisationId && one.kind === kind) ??
      refuse('organisationId', 'invalidChoice'))
    : null
  const account =
    role && input.userId
      ? (accountsFor(book, kase, slot, own?.id).find(({ userId }) => userId === input.userId) ??
        refuse('userId', 'invalidChoice'))
      : null
  const organisation = own ?? account?.organisation ?? townshipOf(book, kase, slot)
  const row = {
    organisationId: organisation?.id ?? null,
    userId: account?.userId ?? null,
    personName: account?.name ?? input.personName,
    personPost: input.personPost || (account?.post ?? ''),
  }
  return {
    id: `${row.organisationId}/${row.userId ?? row.personName}`,
    words: [organisation?.name, row.personName].filter(Boolean).join(' '),
    row,
  }
}

/** Accounts of the book that may hold this slot of this case, at this organisation if given. */
export function accountsFor(book: HolderBook, kase: Place, slot: Slot, organisationId?: string) {
  const { role } = asked[slot]
  return book.accounts.filter(
    (one) =>
      one.role === role &&
      (organisationId === undefined || one.organisation.id === organisationId) &&
      (role !== 'TOWNSHIP' || one.organisation.townshipId === kase.townshipId),
  )
}

/** Township slots are held for the township's own party committee. */
function townshipOf(book: HolderBook, kase: Place, slot: Slot) {
  if (slot !== 'TOWNSHIP_LEADER' && slot !== 'TOWNSHIP_OFFICER') return null
  return book.townshipOrganisations.find(({ townshipId }) => townshipId === kase.townshipId) ?? null
}

function refuse(field: string, code: string): never {
  throw new InvalidInput([{ field, code }])
}
