import 'server-only'
import { isOwnWork } from '@/lib/acceptance/rules'
import { selvesOf, townshipsOf, type Viewer } from '@/lib/access/viewer-types'
import type { Calendar } from '@/lib/calendar/rules'
import { verbPath } from '@/lib/cases/case-paths'
import { caseLight } from '@/lib/cases/light'
import { addDays, type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { reasonOf } from '@/lib/lights/rules'
import type { Prisma } from '@/prisma/generated/client'
import { measureLight, measureWhy, queueMeasure } from './measure-items'
import type { QueueItem } from './queue'
import { placeOf, queueCase, queueLimit } from './queue-row'

const waiting = {
  ...queueCase,
  confirmedOn: true,
  plans: {
    where: { status: { in: ['DRAFT', 'SUBMITTED'] } },
    select: { status: true, returnReason: true },
  },
  measures: {
    where: { status: 'OPEN' },
    orderBy: { dueOn: 'asc' },
    select: queueMeasure,
  },
  problems: {
    where: { status: { not: 'VERIFIED' } },
    orderBy: { number: 'asc' },
    select: { title: true, status: true, reportedById: true, solvedById: true },
  },
  acceptances: {
    where: { status: 'OPEN' },
    select: { level: true, openedOn: true, appliedById: true },
  },
} satisfies Prisma.CaseSelect

/** Follow-ups to be made that are due soon or late. */
const dueFollowUps = (today: Day) =>
  ({ doneOn: null, yellowOn: { lte: fromDay(today) } }) satisfies Prisma.FollowUpWhereInput

const followed = {
  id: true,
  month: true,
  dueOn: true,
  yellowOn: true,
  redOn: true,
} satisfies Prisma.FollowUpSelect

type FollowUpRow = Prisma.FollowUpGetPayload<{ select: typeof followed }>
type Row = Prisma.CaseGetPayload<{ select: typeof waiting }>

/** What waits for a township: one statement. */
export async function townshipQueue(tx: Tx, viewer: Viewer, calendar: Calendar) {
  const due = dueFollowUps(viewer.today)
  const rows = await tx.case.findMany({
    where: {
      countyId: viewer.countyId,
      townshipId: { in: townshipsOf(viewer) },
      OR: [
        { paused: false, stage: { in: ['PLANNING', 'RECTIFYING', 'TOWNSHIP_ACCEPTANCE'] } },
        { stage: 'CLOSED', followUps: { some: due } },
      ],
    },
    orderBy: [{ redOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: queueLimit,
    select: {
      ...waiting,
      followUps: { where: due, orderBy: { dueOn: 'asc' }, select: followed },
    },
  })
  return rows.flatMap((row) =>
    row.stage === 'CLOSED'
      ? row.followUps.map((one) => followUpItem(row, one, viewer.today, calendar))
      : itemsOf(row, viewer, calendar),
  )
}

function itemsOf(row: Row, viewer: Viewer, calendar: Calendar): QueueItem[] {
  const { today } = viewer
  const base = { key: row.id, ...placeOf(row), light: caseLight(row, today, calendar) }
  switch (row.stage) {
    case 'PLANNING': {
      const reason = row.plans.find(({ returnReason }) => returnReason)?.returnReason
      const href = `/cases/${row.id}/plan/edit`
      return reason
        ? [{ ...base, verb: 'reworkPlan', href, why: { reason } }]
        : [{ ...base, verb: 'draftPlan', href, why: { day: confirmedDay(row, today) } }]
    }
    case 'TOWNSHIP_ACCEPTANCE': {
      const round = row.acceptances.find(({ level }) => level === 'TOWNSHIP')
      if (!round || isOwnWork(selvesOf(viewer), [round.appliedById])) return []
      const why = { day: toDay(round.openedOn) }
      return [{ ...base, verb: 'townshipAcceptance', href: `/cases/${row.id}/acceptance`, why }]
    }
    default:
      return rectifying(row, viewer, calendar, base)
  }
}

function confirmedDay(row: Row, today: Day): Day {
  return row.confirmedOn ? toDay(row.confirmedOn) : today
}

/** Late and near measures one by one, problems to verify and to solve, or applying for acceptance. */
function rectifying(
  row: Row,
  viewer: Viewer,
  calendar: Calendar,
  base: Omit<QueueItem, 'verb' | 'href' | 'why'>,
): QueueItem[] {
  const { today } = viewer
  const selves = selvesOf(viewer)
  const pressing = row.measures
    .filter((measure) => toDay(measure.yellowOn) <= today)
    .map(
      (measure): QueueItem => ({
        ...base,
        key: measure.id,
        verb: 'measure',
        href: `/cases/${row.id}/measures/${measure.id}`,
        light: measureLight(measure, today, calendar),
        why: measureWhy(measure),
      }),
    )
  const href = `/cases/${row.id}/plan#problems`
  const light = { colour: 'grey', code: 'noDeadline', params: {} } as const
  const about = (verb: 'verifyProblems' | 'solveProblems', problems: Row['problems']) =>
    problems.length > 0
      ? [
          {
            ...base,
            key: `${row.id}:${verb}`,
            verb,
            href,
            light,
            why: { count: problems.length, title: problems[0]?.title ?? '' },
          },
        ]
      : []
  const solved = row.problems.filter(
    (one) => one.status === 'SOLVED' && !isOwnWork(selves, [one.reportedById, one.solvedById]),
  )
  const open = row.problems.filter(({ status }) => status === 'OPEN')
  const ready = row.measures.length === 0 && row.problems.length === 0 && row.plans.length === 0
  return [
    ...pressing,
    ...about('verifyProblems', solved),
    ...about('solveProblems', open),
    ...(ready
      ? [
          {
            ...base,
            verb: 'applyForAcceptance' as const,
            href: verbPath(row.id, 'applyForAcceptance'),
            light,
            why: {},
          },
        ]
      : []),
  ]
}

function followUpItem(row: Row, one: FollowUpRow, today: Day, calendar: Calendar): QueueItem {
  const redOn = toDay(one.redOn)
  const light = reasonOf(
    {
      subject: 'followUp',
      due: addDays(redOn, -1),
      yellowOn: toDay(one.yellowOn),
      redOn,
      done: false,
      paused: false,
    },
    today,
    calendar,
  )
  return {
    key: one.id,
    verb: 'followUp',
    href: `/cases/${row.id}/follow-ups`,
    ...placeOf(row),
    light,
    why: { month: one.month },
  }
}
