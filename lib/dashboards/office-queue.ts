import 'server-only'
import { isOwnWork } from '@/lib/acceptance/rules'
import { selvesOf, type Viewer } from '@/lib/access/viewer-types'
import type { Calendar } from '@/lib/calendar/rules'
import { verbPath } from '@/lib/cases/case-paths'
import { caseLight } from '@/lib/cases/light'
import { dueAfterPauses, pausesOf } from '@/lib/cases/pauses'
import { addDays, type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { lightDates, reasonOf, serviceDue } from '@/lib/lights/rules'
import { ruleSetOf } from '@/lib/rule-sets/queries'
import type { RuleSet } from '@/lib/rule-sets/schema'
import type { Prisma } from '@/prisma/generated/client'
import type { QueueItem } from './queue'
import { placeOf, queueCase, queueLimit } from './queue-row'
import { slotColumns, slotItems } from './slot-items'

const waiting = {
  ...queueCase,
  pauses: true,
  assignments: slotColumns.assignments,
  batch: { select: { id: true, name: true, ruleSetId: true } },
  plans: {
    where: { status: 'SUBMITTED' },
    select: { number: true, submittedById: true, submittedOn: true, returnReason: true },
  },
  extensions: {
    where: { status: 'REQUESTED' },
    select: {
      id: true,
      oldDueOn: true,
      newDueOn: true,
      reason: true,
      requestedById: true,
      yellowOn: true,
      redOn: true,
      measure: { select: { id: true, title: true } },
    },
  },
  acceptances: {
    orderBy: { round: 'desc' },
    select: { level: true, status: true, total: true, grade: true, appliedById: true },
  },
  problems: { orderBy: { number: 'asc' }, take: 4, select: { title: true } },
} satisfies Prisma.CaseSelect

type Row = Prisma.CaseGetPayload<{ select: typeof waiting }>
type Rules = ReadonlyMap<string, RuleSet>

/** What waits for the county office: one statement, two when a revision is under review. */
export async function officeQueue(tx: Tx, viewer: Viewer, calendar: Calendar) {
  const { countyId, today } = viewer
  const rows = await tx.case.findMany({
    where: {
      countyId,
      paused: false,
      OR: [
        { stage: { in: ['CANDIDATE', 'PLANNING', 'PLAN_REVIEW', 'COUNTY_ACCEPTANCE'] } },
        {
          stage: 'CONSOLIDATING',
          OR: [{ consolidationUntil: null }, { consolidationUntil: { lte: fromDay(today) } }],
        },
        { stage: 'RECTIFYING', plans: { some: { status: 'SUBMITTED' } } },
        { stage: 'RECTIFYING', extensions: { some: { status: 'REQUESTED' } } },
      ],
    },
    orderBy: [{ redOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: queueLimit,
    select: waiting,
  })
  const revised = rows.some((row) => row.stage === 'RECTIFYING' && row.plans.length > 0)
  const sets = revised
    ? await tx.ruleSet.findMany({ where: { countyId }, select: { id: true, content: true } })
    : []
  const rules: Rules = new Map(sets.map((set) => [set.id, ruleSetOf(set)]))
  return [
    ...rows.flatMap((row) => itemsOf(row, viewer, calendar, rules)),
    ...slotItems(rows, today),
  ]
}

function itemsOf(row: Row, viewer: Viewer, calendar: Calendar, rules: Rules): QueueItem[] {
  const { today } = viewer
  const selves = selvesOf(viewer)
  const base = { key: row.id, ...placeOf(row), light: caseLight(row, today, calendar) }
  const plan = row.plans.find((one) => !isOwnWork(selves, [one.submittedById]))
  const planWhy = plan && {
    number: plan.number,
    day: plan.submittedOn ? toDay(plan.submittedOn) : today,
    returned: plan.returnReason,
  }
  switch (row.stage) {
    case 'CANDIDATE': {
      const titles = row.problems.map(({ title }) => title)
      const why = { titles: titles.slice(0, 3).join('；'), more: titles.length > 3 ? 'yes' : 'no' }
      return [{ ...base, verb: 'confirm', href: verbPath(row.id, 'confirm'), why }]
    }
    // Its own line is the batch's: who is responsible.
    case 'PLANNING':
      return []
    case 'PLAN_REVIEW':
      return planWhy
        ? [{ ...base, verb: 'reviewPlan', href: `/cases/${row.id}/plan`, why: planWhy }]
        : []
    case 'COUNTY_ACCEPTANCE':
      return countyAcceptance(row, viewer, base)
    case 'CONSOLIDATING':
      return [{ ...base, verb: 'close', href: verbPath(row.id, 'close'), why: {} }]
    default: {
      const items = row.extensions
        .filter((one) => !isOwnWork(selves, [one.requestedById]))
        .map((one) => extensionItem(row, one, today, calendar))
      if (!planWhy) return items
      const light = reviewLight(row, planWhy.day, today, calendar, rules)
      const href = `/cases/${row.id}/plan`
      return [{ ...base, light, verb: 'reviewRevision', href, why: planWhy }, ...items]
    }
  }
}

function countyAcceptance(
  row: Row,
  viewer: Viewer,
  base: Pick<QueueItem, 'key' | 'village' | 'township' | 'batch' | 'light'>,
): QueueItem[] {
  const county = row.acceptances.find((one) => one.level === 'COUNTY')
  const township = row.acceptances.find((one) => one.level === 'TOWNSHIP')
  if (isOwnWork(selvesOf(viewer), [county?.appliedById, township?.appliedById])) return []
  const scored = township?.status === 'PASSED' && township.total !== null
  const why = scored
    ? { scored: 'yes', total: township.total ?? 0, grade: township.grade }
    : { scored: 'no', total: 0, grade: '' }
  return [{ ...base, verb: 'countyAcceptance', href: `/cases/${row.id}/acceptance`, why }]
}

function extensionItem(
  row: Row,
  one: Row['extensions'][number],
  today: Day,
  calendar: Calendar,
): QueueItem {
  const redOn = toDay(one.redOn)
  const light = reasonOf(
    {
      subject: 'extension',
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
    verb: 'decideExtension',
    href: `/cases/${row.id}/measures/${one.measure.id}#extensions`,
    ...placeOf(row),
    light,
    why: {
      title: one.measure.title,
      from: toDay(one.oldDueOn),
      to: toDay(one.newDueOn),
      reason: one.reason,
    },
  }
}

/** The light of a revision under review: the case's own may be that of a measure. */
function reviewLight(
  row: Row,
  since: Day,
  today: Day,
  calendar: Calendar,
  rules: Rules,
): QueueItem['light'] {
  const ruleSet = row.batch && rules.get(row.batch.ruleSetId)
  if (!ruleSet) return { colour: 'grey', code: 'noDeadline', params: {} }
  const subject = 'planReview'
  const promised = serviceDue(subject, since, ruleSet, calendar)
  const due = dueAfterPauses(promised, since, pausesOf(row))
  const dates = lightDates({ subject, due, ruleSet, calendar })
  return reasonOf({ subject, due, ...dates, done: false, paused: false }, today, calendar)
}
