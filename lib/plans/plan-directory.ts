import 'server-only'
import type { Tx } from '@/lib/db'
import type { PlanLineInput } from './schema'

type Named = { id: string; name: string }
type Person = Named & { post: string }

/** Finds the organisations and accounts that the lines of a draft name. */
export type PlanDirectory = {
  /** By id, or by the exact name that was typed. */
  organisation: (line: PlanLineInput) => Named | undefined
  /** By id, or by name where exactly one person of that organisation is called so. */
  person: (line: PlanLineInput, organisationId: string | undefined) => Person | undefined
}

/**
 * Who is responsible is typed as a name; what the county's directory knows under that name is
 * linked, so that the organisation and the person see the measure as their own.
 */
export async function directoryOf(
  tx: Tx,
  countyId: string,
  lines: readonly PlanLineInput[],
): Promise<PlanDirectory> {
  const organisations = await tx.organisation.findMany({
    where: {
      countyId,
      OR: [
        { id: { in: lines.flatMap((line) => line.organisationId ?? []) } },
        { active: true, name: { in: words(lines.map((line) => line.organisationName)) } },
      ],
    },
    select: { id: true, name: true },
  })
  const people = await tx.user.findMany({
    where: {
      countyId,
      OR: [
        { id: { in: lines.flatMap((line) => line.personUserId ?? []) } },
        { status: 'ACTIVE', name: { in: words(lines.map((line) => line.personName)) } },
      ],
    },
    select: {
      id: true,
      name: true,
      post: true,
      appointments: { where: { toOn: null }, select: { organisationId: true } },
    },
  })
  const organisation = (line: PlanLineInput) =>
    organisations.find(({ id }) => id === line.organisationId) ??
    (line.organisationId
      ? undefined
      : organisations.find(({ name }) => name === line.organisationName))
  const person = (line: PlanLineInput, organisationId: string | undefined) => {
    if (line.personUserId) return people.find(({ id }) => id === line.personUserId)
    const called = people.filter(
      ({ name, appointments }) =>
        name === line.personName &&
        appointments.some((held) => held.organisationId === organisationId),
    )
    return called.length === 1 ? called[0] : undefined
  }
  return { organisation, person }
}

function words(given: readonly string[]): string[] {
  return [...new Set(given.filter((word) => word !== ''))]
}
