import 'server-only'
import { createHash } from 'node:crypto'
import type { Slot } from '@/lib/assignments/rules'
import { type Day, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import { goesWith, type HandoverGroup, type Leaving, type Obstacle } from './rules'

type Place = { id: string; countyId: string; townshipId: string; stage: string; village: string }

/** Something that somebody holds. `line` is one of a plan that is being drafted. */
export type Holding = {
  group: HandoverGroup
  id: string
  kase: Place
  version: number
  what: string
  blocked?: Obstacle
  slot?: { slot: Slot; from: Day; organisationId: string | null; words: string; holderId: string }
  measure?: { number: number; organisationId: string | null }
  line?: { number: number; planId: string }
  seat?: {
    acceptanceId: string
    level: string
    round: number
    organisationId: string | null
    leads: boolean
  }
  task?: { from: string }
}

const open = { stage: { notIn: ['CLOSED', 'NOT_CONFIRMED'] } } satisfies Prisma.CaseWhereInput
const place = {
  select: {
    id: true,
    countyId: true,
    townshipId: true,
    paused: true,
    stage: true,
    village: { select: { name: true } },
  },
} as const

type CaseRow = Prisma.CaseGetPayload<typeof place>

/**
 * Everything somebody is responsible for on open cases that goes with an appointment; read as the
 * system viewer `handover`. With townships given, what lies elsewhere is blocked.
 */
export async function holdingsOf(
  tx: Tx,
  countyId: string,
  leaving: Leaving,
  townships: readonly string[] | null,
): Promise<Holding[]> {
  const { userId } = leaving
  const slots = await tx.assignment.findMany({
    where: { countyId, userId, toOn: null, case: open },
    select: {
      ...{
        id: true,
        slot: true,
        organisationId: true,
        personName: true,
        userId: true,
        fromOn: true,
      },
      organisation: { select: { name: true } },
      case: place,
    },
  })
  const measures = await tx.measure.findMany({
    where: { countyId, personUserId: userId, status: 'OPEN', case: open },
    select: {
      ...{ id: true, number: true, title: true, organisationId: true, version: true },
      case: place,
    },
  })
  const lines = await tx.planMeasure.findMany({
    where: { countyId, personUserId: userId, plan: { status: { in: ['DRAFT', 'SUBMITTED'] } } },
    select: {
      ...{ id: true, number: true, title: true, organisationId: true, planId: true },
      plan: { select: { status: true, version: true, case: place } },
    },
  })
  const caseIds = slots.map((one) => one.case.id)
  const tasks = await tx.visit.findMany({
    where: {
      ...{ countyId, task: { not: '' }, taskDoneOn: null, withdrawnOn: null, case: open },
      OR: [
        { taskPerson: '', authorId: userId },
        {
          taskPerson: leaving.name,
          OR: [
            { authorId: userId },
            { organisationId: leaving.organisationId },
            { caseId: { in: caseIds } },
          ],
        },
      ],
    },
    select: {
      ...{ id: true, task: true, version: true, organisationId: true, taskPerson: true },
      case: place,
    },
  })
  const seats = await tx.acceptanceMember.findMany({
    where: { countyId, userId, acceptance: { status: 'OPEN' } },
    select: {
      ...{ id: true, organisationId: true, leads: true, acceptanceId: true },
      acceptance: { select: { level: true, round: true, case: place } },
    },
  })
  const holding = (group: HandoverGroup, id: string, kase: CaseRow, what: string, version = 1) => ({
    ...{ group, id, what, version },
    kase: { ...kase, village: kase.village.name },
    ...(kase.paused ? { blocked: 'casePaused' as const } : {}),
    ...(townships && !townships.includes(kase.townshipId) ? { blocked: 'elsewhere' as const } : {}),
  })
  const all: (Holding & { organisationId: string | null })[] = [
    ...slots.map((one) => ({
      ...holding('slots', one.id, one.case, one.slot),
      organisationId: one.organisationId,
      slot: {
        ...{ slot: one.slot, from: toDay(one.fromOn), organisationId: one.organisationId },
        holderId: `${one.organisationId}/${one.userId ?? one.personName}`,
        words: [one.organisation?.name, one.personName].filter(Boolean).join(' '),
      },
    })),
    ...measures.map((one) => ({
      ...holding('measures', one.id, one.case, one.title, one.version),
      organisationId: one.organisationId,
      measure: { number: one.number, organisationId: one.organisationId },
    })),
    ...lines.map((one) => ({
      ...holding('measures', one.id, one.plan.case, one.title, one.plan.version),
      organisationId: one.organisationId,
      line: { number: one.number, planId: one.planId },
      ...(one.plan.status === 'SUBMITTED' ? { blocked: 'planUnderReview' as const } : {}),
    })),
    ...tasks.map((one) => ({
      ...holding('tasks', one.id, one.case, one.task, one.version),
      organisationId: one.organisationId,
      task: { from: one.taskPerson || leaving.name },
    })),
    ...seats.map(({ acceptance, ...one }) => ({
      ...holding('seats', one.id, acceptance.case, acceptance.level),
      organisationId: one.organisationId,
      seat: { ...one, level: acceptance.level, round: acceptance.round },
    })),
  ]
  return all
    .filter((one) =>
      goesWith(leaving, { slot: one.slot?.slot, organisationId: one.organisationId }),
    )
    .sort((a, b) => (a.kase.id < b.kase.id ? -1 : a.kase.id > b.kase.id ? 1 : a.id < b.id ? -1 : 1))
}

/** What was seen, for the form: the same only while nothing of it has changed. */
export function fingerprint(holdings: readonly Holding[]): string {
  const parts = holdings.map(({ id, version, blocked }) => [id, version, blocked ?? ''])
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
