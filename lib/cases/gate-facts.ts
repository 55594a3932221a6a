import 'server-only'
import { teamConflicts } from '@/lib/acceptance/rules'
import { slotGaps } from '@/lib/assignments/rules'
import { publishedStatuses } from '@/lib/commitments/rules'
import { type Day, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { RuleBroken } from '@/lib/errors'
import { stillReserve } from '@/lib/leading-team/rules'
import { isOpenNotice, referenceOf } from '@/lib/notices/rules'
import type { RuleSet } from '@/lib/rule-sets/schema'
import { countedSurvey } from '@/lib/surveys/select'
import type { Prisma } from '@/prisma/generated/client'
import { type GateFacts, type GateItem, gateItems, gateOpens } from './gate'
import type { GateName } from './workflow'

const looked = {
  townshipId: true,
  consolidationUntil: true,
  village: {
    select: {
      partyMembers: true,
      households: true,
      _count: { select: { reserves: { where: stillReserve } } },
      posts: { select: { title: true, holderName: true }, orderBy: { position: 'asc' } },
      regulations: { select: { code: true, adoptedOn: true, endedOn: true } },
    },
  },
  measures: { select: { number: true, title: true, status: true }, orderBy: { number: 'asc' } },
  problems: {
    select: {
      number: true,
      title: true,
      status: true,
      reportedById: true,
      solvedById: true,
      solvedByName: true,
      verifiedById: true,
    },
    orderBy: { number: 'asc' },
  },
  assignments: {
    select: {
      slot: true,
      fromOn: true,
      toOn: true,
      organisationId: true,
      userId: true,
      personName: true,
    },
  },
  acceptances: {
    where: { status: { not: 'OPEN' } },
    orderBy: { round: 'desc' },
    select: {
      level: true,
      status: true,
      total: true,
      members: { select: { name: true, userId: true, organisationId: true } },
    },
  },
  plans: { select: { submittedById: true, submittedByName: true } },
  commitments: {
    where: { status: { in: [...publishedStatuses] } },
    select: { level: true, position: true, text: true, status: true },
    orderBy: { id: 'asc' },
  },
  surveyResults: { orderBy: { number: 'desc' }, select: countedSurvey },
  exceptions: { select: { criterion: true } },
  notices: {
    where: { signedOn: { not: null } },
    select: { prefix: true, year: true, number: true, title: true, status: true },
    orderBy: { id: 'asc' },
  },
} satisfies Prisma.CaseSelect

type Looked = Prisma.CaseGetPayload<{ select: typeof looked }>

/** The list of a gate for a case as it stands today; the screen shows it, `requireGate` obeys it. */
export async function readGate(
  tx: Tx,
  caseId: string,
  gate: GateName,
  ruleSet: RuleSet,
  today: Day,
): Promise<GateItem[]> {
  const row = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: looked })
  const excepted = new Set(row.exceptions.map((exception) => exception.criterion))
  return gateItems(gate, await factsOf(tx, row, today), ruleSet, excepted, today)
}

/** Throws `RuleBroken('gateClosed')` with every missing criterion unless the gate opens. */
export async function requireGate(
  tx: Tx,
  caseId: string,
  gate: GateName,
  ruleSet: RuleSet,
  today: Day,
): Promise<GateItem[]> {
  const items = await readGate(tx, caseId, gate, ruleSet, today)
  if (!gateOpens(items)) {
    const missing = items.filter((item) => item.state === 'missing')
    throw new RuleBroken(
      'gateClosed',
      { count: missing.length },
      missing.map(({ code }) => ({ code: `criterion.${code}` })),
    )
  }
  return items
}

/** Who a member of an acceptance team must not be, from the assignments and problems of a case. */
function partiesOf(row: Pick<Looked, 'townshipId' | 'assignments' | 'problems' | 'plans'>) {
  const inSlot = (slot: string) =>
    row.assignments.flatMap((one) =>
      one.slot === slot && one.organisationId ? [one.organisationId] : [],
    )
  return {
    townshipId: row.townshipId,
    helperOrgIds: inSlot('HELPER_UNIT'),
    workTeamOrgIds: inSlot('WORK_TEAM'),
    personsInvolved: [
      ...row.assignments.map((one) => ({ userId: one.userId, name: one.personName })),
      ...row.problems.flatMap((one) => [
        { userId: one.reportedById, name: '' },
        { userId: one.solvedById, name: one.solvedByName },
      ]),
      ...row.plans.map((one) => ({ userId: one.submittedById, name: one.submittedByName })),
    ],
  }
}

/** The conflict check of a team against a case; townships of members come from their organisations. */
export async function conflictsOf(
  tx: Tx,
  caseId: string,
  members: readonly { name: string; userId: string | null; organisationId: string | null }[],
) {
  const row = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: looked })
  return teamConflicts(await withTownships(tx, members), partiesOf(row))
}

async function withTownships<M extends { organisationId: string | null }>(
  tx: Tx,
  members: readonly M[],
) {
  const ids = members.flatMap((member) => member.organisationId ?? [])
  const found = ids.length
    ? await tx.organisation.findMany({
        where: { id: { in: ids } },
        select: { id: true, townshipId: true },
      })
    : []
  const townshipOf = new Map(found.map((one) => [one.id, one.townshipId]))
  return members.map((member) => ({
    ...member,
    townshipId: (member.organisationId && townshipOf.get(member.organisationId)) ?? null,
  }))
}

async function factsOf(tx: Tx, row: Looked, today: Day): Promise<GateFacts> {
  const last = (level: string) => row.acceptances.find((one) => one.level === level)
  const [township, county] = [last('TOWNSHIP'), last('COUNTY')]
  const result = (one: NonNullable<typeof township>) => ({
    passed: one.status === 'PASSED',
    total: one.total ?? 0,
  })
  return {
    measures: row.measures,
    problems: row.problems,
    posts: row.village.posts,
    reserveCadres: row.village._count.reserves,
    slotGaps: slotGaps(
      row.assignments.map((one) => ({
        slot: one.slot,
        from: toDay(one.fromOn),
        to: one.toOn ? toDay(one.toOn) : null,
      })),
      today,
    ),
    regulations: row.village.regulations.map(({ code, adoptedOn, endedOn }) => ({
      code,
      adoptedOn: toDay(adoptedOn),
      endedOn: endedOn && toDay(endedOn),
    })),
    commitments: row.commitments.map(({ level, position, text, status }) => ({
      ...{ level, position },
      title: text.length > 20 ? `${text.slice(0, 20)}…` : text,
      evaluated: status === 'EVALUATED',
    })),
    notices: {
      signed: row.notices.length,
      open: row.notices
        .filter(({ status }) => isOpenNotice(status))
        .map((notice) => ({ reference: referenceOf(notice), title: notice.title })),
    },
    townshipAcceptance: township ? result(township) : null,
    countyAcceptance: county
      ? {
          ...result(county),
          conflicts: teamConflicts(await withTownships(tx, county.members), partiesOf(row)),
        }
      : null,
    consolidationUntil: row.consolidationUntil ? toDay(row.consolidationUntil) : null,
    surveys: {
      members: row.village.partyMembers,
      households: row.village.households,
      MEETING: row.surveyResults.find(({ kind }) => kind === 'MEETING') ?? null,
      HOUSEHOLD: row.surveyResults.find(({ kind }) => kind === 'HOUSEHOLD') ?? null,
    },
  }
}
