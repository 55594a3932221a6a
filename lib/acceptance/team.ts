import 'server-only'
import type { z } from 'zod'
import { conflictsOf } from '@/lib/cases/gate-facts'
import type { OpenedCase } from '@/lib/cases/open-case'
import { type Day, fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { InvalidInput, RuleBroken } from '@/lib/errors'
import type { AcceptanceLevel } from '@/prisma/generated/enums'
import { teamConflicts } from './rules'
import type { formTeamInput } from './schema'

type Member = z.infer<typeof formTeamInput>['members'][number]
type Seat = { name: string; userId: string | null; organisationId: string | null }
type RoundTeam = {
  level: AcceptanceLevel
  appliedById: string | null
  appliedByName: string
  members: readonly Seat[]
}

/** The least number of members the rule set asks for at a level. */
function leastMembers({ ruleSet }: Pick<OpenedCase, 'ruleSet'>, level: AcceptanceLevel) {
  return level === 'TOWNSHIP' ? ruleSet.reviewers.townshipTeam : ruleSet.reviewers.countyTeam
}

/** How many people a team has: whoever holds two seats, named so or by a handover, counts once. */
function peopleAmong(members: readonly { name: string; userId?: string | null }[]): number {
  return new Set(members.map(({ name, userId }) => userId ?? name.trim())).size
}

/** A round passes only with a team that is large enough and, in the county, free of conflicts. */
export async function requireTeam(tx: Tx, opened: OpenedCase, round: RoundTeam): Promise<void> {
  const least = leastMembers(opened, round.level)
  const members = peopleAmong(round.members)
  if (members < least) throw new RuleBroken('teamTooSmall', { members, least })
  const conflicts = await conflictsWithin(tx, opened, round, round.members)
  if (conflicts.length > 0) throw new RuleBroken('teamInConflict', {}, conflicts)
}

/** Refuses a team by the fields of its members: number, one leader, known people, conflicts. */
export async function checkTeam(
  tx: Tx,
  opened: OpenedCase,
  round: RoundTeam,
  members: readonly Member[],
): Promise<Seat[]> {
  const issues: { field: string; code: string; params?: Record<string, string | number> }[] = []
  const least = leastMembers(opened, round.level)
  if (peopleAmong(members) < least) {
    issues.push({ field: 'members', code: 'tooFew', params: { min: least } })
  }
  if (members.filter((member) => member.leads).length !== 1) {
    issues.push({ field: 'members', code: 'oneLeader' })
  }
  const seats = await seatsOf(tx, opened, members, issues)
  const conflicts = await conflictsWithin(tx, opened, round, seats)
  for (const { code, params } of conflicts) {
    for (const [index, seat] of seats.entries()) {
      if (seat.name === params?.name) {
        issues.push({ field: `members.${index}.name`, code, params })
      }
    }
  }
  if (issues.length > 0) throw new InvalidInput(issues)
  return seats
}

/** People and organisations must be the county's own; an account brings its organisation along. */
async function seatsOf(
  tx: Tx,
  { kase, actor }: OpenedCase,
  members: readonly Member[],
  issues: { field: string; code: string }[],
): Promise<Seat[]> {
  const { countyId } = kase
  const organisations = await tx.organisation.findMany({
    where: { countyId, id: { in: members.flatMap((member) => member.organisationId ?? []) } },
    select: { id: true },
  })
  const homes = await homesOf(tx, countyId, actor.viewer.today, members)
  return members.map((member, index) => {
    const { name, userId = null } = member
    if (member.organisationId && !organisations.some((one) => one.id === member.organisationId)) {
      issues.push({ field: `members.${index}.organisationId`, code: 'invalidChoice' })
    }
    const home = homes.get(userId ?? '')
    if (userId && !home) issues.push({ field: `members.${index}.userId`, code: 'invalidChoice' })
    return { name, userId, organisationId: member.organisationId ?? home?.[0] ?? null }
  })
}

/** Organisations at which each account of a team holds an appointment on the day. */
async function homesOf(
  tx: Tx,
  countyId: string,
  today: Day,
  members: readonly { userId?: string | null }[],
): Promise<Map<string, string[]>> {
  const ids = members.flatMap((member) => member.userId ?? [])
  if (ids.length === 0) return new Map()
  const day = fromDay(today)
  const held = await tx.appointment.findMany({
    where: {
      countyId,
      userId: { in: ids },
      confirmedAt: { not: null },
      fromOn: { lte: day },
      OR: [{ toOn: null }, { toOn: { gte: day } }],
    },
    select: { userId: true, organisationId: true },
  })
  const homes = new Map<string, string[]>()
  for (const { userId, organisationId } of held) {
    homes.set(userId, [...(homes.get(userId) ?? []), organisationId])
  }
  return homes
}

/**
 * Who must not sit on the team. In the township only the applicant; in the county whoever belongs
 * to the parties of the case, at every organisation they hold an appointment, unless the rule set
 * or a recorded exception sets the criterion aside.
 */
async function conflictsWithin(
  tx: Tx,
  { kase, ruleSet, actor }: OpenedCase,
  round: RoundTeam,
  seats: readonly Seat[],
) {
  if (round.level === 'TOWNSHIP') {
    const applicant = { userId: round.appliedById, name: round.appliedByName }
    return teamConflicts(
      seats.map((seat) => ({ ...seat, townshipId: null })),
      { townshipId: '', helperOrgIds: [], workTeamOrgIds: [], personsInvolved: [applicant] },
    ).map(({ params }) => ({ code: 'memberIsApplicant', params }))
  }
  if (!ruleSet.criteria.conflictFree.enabled) return []
  const excepted = await tx.criterionException.count({
    where: { caseId: kase.id, criterion: 'conflictFree' },
  })
  if (excepted > 0) return []
  const homes = await homesOf(tx, kase.countyId, actor.viewer.today, seats)
  const places = seats.flatMap((seat) => [
    seat,
    ...(homes.get(seat.userId ?? '') ?? [])
      .filter((organisationId) => organisationId !== seat.organisationId)
      .map((organisationId) => ({ ...seat, organisationId })),
  ])
  const found = await conflictsOf(tx, kase.id, places)
  return found.filter(
    (one, index) =>
      found.findIndex(
        (other) => other.code === one.code && other.params?.name === one.params?.name,
      ) === index,
  )
}
