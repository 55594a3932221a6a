import 'server-only'
import type { Calendar } from '@/lib/calendar/rules'
import { dueAfterPauses, pausesOf } from '@/lib/cases/pauses'
import { addDays, type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { serviceDue } from '@/lib/lights/rules'
import { newestRuleSet, ruleSetOf } from '@/lib/rule-sets/queries'
import { Prisma } from '@/prisma/generated/client'
import type { DueSubject, SubjectKind } from './subjects'

type Row = {
  subject: SubjectKind
  id: string
  case_id: string | null
  village_id: string | null
  township_id: string
  measure_id: string | null
  due: Date
  red_on: Date
  title: string
  owner: DueSubject['owner']
  organisation_id: string | null
  person_user_id: string | null
  person_name: string
}

type DueAsked = {
  countyId: string
  calendar: Calendar
  /** First and last day on which it turns red; without a first one everything earlier counts. */
  redFrom?: Day
  redTo: Day
  /** Only what belongs to these subjects. */
  ids?: readonly string[]
}

/**
 * Everything open in the county (or in the scope of whoever asks) that turns red between two days.
 * What is done, returned, moved to another day or paused is not among it.
 */
export async function dueSubjects(tx: Tx, asked: DueAsked): Promise<DueSubject[]> {
  const rows = await tx.$queryRaw<Row[]>`${dueSql(asked)}`
  const found = rows.map((row) => ({
    subject: row.subject,
    id: row.id,
    caseId: row.case_id,
    villageId: row.village_id,
    townshipId: row.township_id,
    measureId: row.measure_id,
    due: toDay(row.due),
    redOn: toDay(row.red_on),
    title: row.title,
    owner: row.owner,
    organisationId: row.organisation_id,
    personUserId: row.person_user_id,
    personName: row.person_name,
  }))
  return [...found, ...(await dueRevisions(tx, asked))]
}

function dueSql({ countyId, redFrom, redTo, ids }: DueAsked): Prisma.Sql {
  const within = (column: Prisma.Sql) =>
    Prisma.sql`${column} BETWEEN ${fromDay(redFrom ?? '2000-01-01')}::date AND ${fromDay(redTo)}::date`
  const among = ids ? Prisma.sql`x.id = ANY (${[...ids]}::uuid[])` : Prisma.sql`TRUE`
  const red = within(Prisma.sql`x.red_on`)
  const nobody = Prisma.sql`NULL::uuid AS organisation_id, NULL::uuid AS person_user_id, '' AS person_name`
  const none = Prisma.sql`NULL::uuid AS measure_id`
  const eve = Prisma.sql`x.red_on - 1 AS due, x.red_on`
  const of = (table: Prisma.Sql) =>
    Prisma.sql`FROM ${table} x JOIN cases c ON c.id = x.case_id WHERE x.county_id = ${countyId} AND NOT c.paused AND ${among}`
  // Whoever is asked about a case they do not read still sees what they were asked.
  const asked = (table: Prisma.Sql) =>
    Prisma.sql`FROM ${table} x LEFT JOIN cases c ON c.id = x.case_id WHERE x.county_id = ${countyId} AND c.paused IS NOT TRUE AND ${among}`
  const place = Prisma.sql`x.case_id, c.village_id, x.township_id`
  return Prisma.sql`
    SELECT 'measure' AS subject, x.id, ${place}, ${none}, x.due_on AS due, x.red_on, x.title,
        CASE WHEN x.organisation_id IS NULL THEN 'township' ELSE 'organisation' END AS owner, x.organisation_id,
        x.person_user_id, x.person_name
      ${of(Prisma.sql`measures`)} AND x.status = 'OPEN' AND c.stage = 'RECTIFYING' AND ${red}
    UNION ALL
    SELECT 'extension', x.id, ${place}, x.measure_id, ${eve}, (SELECT m.title FROM measures m WHERE m.id = x.measure_id),
        'office', ${nobody}
      ${of(Prisma.sql`extensions`)} AND x.status = 'REQUESTED' AND c.stage = 'RECTIFYING' AND ${red}
    UNION ALL
    SELECT 'acceptance', x.id, ${place}, ${none}, ${eve}, x.level::text,
        CASE x.level WHEN 'COUNTY' THEN 'office' ELSE 'township' END, ${nobody}
      ${of(Prisma.sql`acceptances`)} AND x.status = 'OPEN' AND ${red}
    UNION ALL
    SELECT 'followUp', x.id, ${place}, ${none}, x.due_on, x.red_on, x.month::text, 'township', ${nobody}
      ${of(Prisma.sql`follow_ups`)} AND x.done_on IS NULL AND c.stage = 'CLOSED' AND ${red}
    UNION ALL
    SELECT 'coordination', x.id, x.case_id, x.village_id, x.township_id, ${none}, ${eve}, x.title,
        CASE x.status WHEN 'ROUTED' THEN 'organisation' ELSE 'office' END, x.department_id, NULL::uuid, ''
      ${asked(Prisma.sql`coordination_requests`)} AND x.status IN ('RAISED', 'ROUTED') AND ${red}
    UNION ALL
    SELECT 'instruction', x.id, x.case_id, x.village_id, x.township_id, ${none}, ${eve}, x.leader_name, 'organisation',
        x.organisation_id, NULL::uuid, ''
      ${asked(Prisma.sql`instructions`)} AND x.answered_on IS NULL AND ${red}
    UNION ALL
    SELECT 'commitment', x.id, x.case_id, x.village_id, x.township_id, ${none}, x.due_on, x.due_on + 1, left(x.text, 200),
        'township', ${nobody}
      ${asked(Prisma.sql`commitments`)} AND x.status = 'PUBLISHED' AND (c.stage IS NULL OR c.stage NOT IN ('CLOSED', 'NOT_CONFIRMED'))
        AND ${within(Prisma.sql`(x.due_on + 1)`)}
    UNION ALL
    SELECT 'notice', x.id, x.case_id, x.village_id, coalesce(x.township_id, ''), ${none}, ${eve}, x.title, 'organisation',
        x.addressee_id, NULL::uuid, ''
      ${asked(Prisma.sql`supervision_notices`)} AND x.status IN ('SIGNED', 'RECEIVED', 'RETURNED') AND ${red}
    UNION ALL
    SELECT x.red_reason ->> 'subject', x.id, x.id, x.village_id, x.township_id, ${none}, ${eve}, '',
        CASE x.red_reason ->> 'subject' WHEN 'plan' THEN 'township' ELSE 'office' END, ${nobody}
      FROM cases x WHERE x.county_id = ${countyId} AND NOT x.paused AND ${among} AND ${red}
        AND x.stage IN ('CANDIDATE', 'PLANNING', 'PLAN_REVIEW') AND x.red_reason ->> 'subject' IN ('candidate', 'plan', 'planReview')`
}

/** Revisions of approved plans that wait for their review: counted by the rule set, stored nowhere. */
async function dueRevisions(tx: Tx, asked: DueAsked): Promise<DueSubject[]> {
  const { countyId, calendar, redFrom, redTo, ids } = asked
  const rows = await tx.plan.findMany({
    where: {
      countyId,
      status: 'SUBMITTED',
      case: { stage: 'RECTIFYING', paused: false },
      ...(ids && { id: { in: [...ids] } }),
    },
    select: {
      id: true,
      submittedOn: true,
      case: {
        select: {
          id: true,
          villageId: true,
          townshipId: true,
          pauses: true,
          batch: { select: { ruleSet: { select: { id: true, content: true } } } },
        },
      },
    },
  })
  const due: DueSubject[] = []
  for (const { id, submittedOn, case: kase } of rows) {
    if (!submittedOn) continue
    const ruleSet = kase.batch ? ruleSetOf(kase.batch.ruleSet) : await newestRuleSet(tx, countyId)
    const since = toDay(submittedOn)
    const day = dueAfterPauses(
      serviceDue('planReview', since, ruleSet, calendar),
      since,
      pausesOf(kase),
    )
    const redOn = addDays(day, 1)
    if (redOn > redTo || (redFrom && redOn < redFrom)) continue
    due.push({
      subject: 'planReview',
      id,
      caseId: kase.id,
      villageId: kase.villageId,
      townshipId: kase.townshipId,
      measureId: null,
      due: day,
      redOn,
      title: '',
      owner: 'office',
      organisationId: null,
      personUserId: null,
      personName: '',
    })
  }
  return due
}
