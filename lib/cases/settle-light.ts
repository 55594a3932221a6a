import 'server-only'
import { calendarNow } from '@/lib/calendar/queries'
import { addDays, type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { type LightDates, lightDates, serviceDue } from '@/lib/lights/rules'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import type { LightSubject } from '@/lib/rule-sets/schema'
import { Prisma } from '@/prisma/generated/client'
import { dueAfterPauses, pausesOf } from './pauses'

/** One open thing of a case that a light watches. */
export type Watched = LightDates & {
  subject: LightSubject
  due: Day
  title?: string
  percent?: number
  extensions?: number
}

const open = {
  id: true,
  countyId: true,
  stage: true,
  paused: true,
  proposedOn: true,
  confirmedOn: true,
  stageSince: true,
  pauses: true,
  batch: { select: { ruleSet: { select: { id: true, content: true } } } },
  plans: { where: { status: 'SUBMITTED' }, select: { submittedOn: true } },
  measures: {
    where: { status: 'OPEN' },
    select: {
      title: true,
      dueOn: true,
      percent: true,
      yellowOn: true,
      redOn: true,
      extensions: { where: { status: 'GRANTED' }, select: { id: true } },
    },
  },
  extensions: {
    where: { status: 'REQUESTED' },
    select: {
      requestedOn: true,
      yellowOn: true,
      redOn: true,
      measure: { select: { title: true } },
    },
  },
  acceptances: { where: { status: 'OPEN' }, select: { yellowOn: true, redOn: true } },
} satisfies Prisma.CaseSelect

/**
 * Stores on the case the first days on which anything open of it turns yellow and red, and what
 * that is, so that lists compare dates at query time and never go stale. Run after every change
 * of something that a light watches.
 */
export async function settleLight(tx: Tx, caseId: string): Promise<void> {
  const kase = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: open })
  const items = await watched(tx, kase)
  const yellow = first(items, (item) => item.yellowOn)
  const red = first(items, (item) => item.redOn)
  const next = first(items, (item) => item.due)
  await tx.case.update({
    where: { id: caseId },
    select: { id: true },
    data: {
      yellowOn: yellow ? fromDay(yellow.yellowOn) : null,
      redOn: red ? fromDay(red.redOn) : null,
      nextDueOn: next ? fromDay(next.due) : null,
      yellowReason: reason(yellow),
      redReason: reason(red),
      nextReason: reason(next),
    },
  })
}

type OpenCase = Prisma.CaseGetPayload<{ select: typeof open }>

/** Everything open of a case that a light watches, by its stage. */
async function watched(tx: Tx, kase: OpenCase): Promise<Watched[]> {
  const ruleSet = kase.batch
    ? ruleSetOf(kase.batch.ruleSet)
    : await newestRuleSet(tx, kase.countyId)
  const calendar = await calendarNow(tx)
  const watch = (subject: LightSubject, due: Day): Watched => ({
    subject,
    due,
    ...lightDates({ subject, due, ruleSet, calendar }),
  })
  const pauses = pausesOf(kase)
  const served = (subject: 'planReview' | 'candidate', since: Day) =>
    watch(subject, dueAfterPauses(serviceDue(subject, since, ruleSet, calendar), since, pauses))
  const reviews = kase.plans.flatMap((plan) =>
    plan.submittedOn ? [served('planReview', toDay(plan.submittedOn))] : [],
  )
  switch (kase.stage) {
    case 'CANDIDATE':
      return [served('candidate', toDay(kase.proposedOn))]
    case 'PLANNING': {
      const since = toDay(kase.confirmedOn ?? kase.stageSince)
      return [watch('plan', dueAfterPauses(addDays(since, ruleSet.planDraftDays), since, pauses))]
    }
    case 'PLAN_REVIEW':
      return reviews
    case 'RECTIFYING':
      return [...reviews, ...kase.measures.map(ofMeasure), ...kase.extensions.map(ofExtension)]
    case 'TOWNSHIP_ACCEPTANCE':
    case 'COUNTY_ACCEPTANCE':
      return kase.acceptances.map((one) => dated('acceptance', one))
    default:
      return []
  }
}

function dated(subject: LightSubject, row: { yellowOn: Date; redOn: Date }): Watched {
  const redOn = toDay(row.redOn)
  return { subject, yellowOn: toDay(row.yellowOn), redOn, due: addDays(redOn, -1) }
}

function ofMeasure(row: OpenCase['measures'][number]): Watched {
  return {
    ...dated('measure', row),
    due: toDay(row.dueOn),
    title: row.title,
    percent: row.percent,
    extensions: row.extensions.length,
  }
}

function ofExtension(row: OpenCase['extensions'][number]): Watched {
  return { ...dated('extension', row), title: row.measure.title }
}

function first(items: readonly Watched[], by: (item: Watched) => Day): Watched | undefined {
  return items.toSorted((a, b) => by(a).localeCompare(by(b)))[0]
}

function reason(item: Watched | undefined) {
  if (!item) return Prisma.DbNull
  const { subject, due, title, percent, extensions } = item
  return {
    subject,
    due,
    ...(title !== undefined && { title }),
    ...(percent !== undefined && { percent }),
    ...(extensions !== undefined && { extensions }),
  }
}
