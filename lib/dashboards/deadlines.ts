import 'server-only'
import { visibleCasesSql } from '@/lib/access/scope-sql'
import {
  answeringOrganisations,
  boundCaseIds,
  holds,
  townshipsOf,
  type Viewer,
} from '@/lib/access/viewer-types'
import type { Calendar } from '@/lib/calendar/rules'
import type { CaseLight } from '@/lib/cases/light'
import { addDays, type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { reasonOf, type WatchedSubject } from '@/lib/lights/rules'
import { Prisma } from '@/prisma/generated/client'

/** Something with a deadline: what it is (keys of `home.deadline`), of which village, and its light. */
export type Deadline = {
  key: string
  kind: WatchedSubject
  day: Day
  /** Of the measure, the request, the leader; the level or the month of an acceptance or follow-up. */
  title: string
  village: string
  href: string
  light: CaseLight
}

type Row = {
  id: string
  kind: WatchedSubject
  case_id: string
  measure_id: string | null
  title: string
  village: string
  due: Date
  yellow_on: Date | null
  red_on: Date | null
}

const ahead = 14
const shown = 50

/**
 * Everything that falls due within 14 days in the viewer's scope, the nearest first: measures,
 * requests, instructions and notices to answer, extensions and plans to decide on, acceptances, follow-ups,
 * candidates to confirm. One statement; a paused case has no deadlines.
 */
export async function deadlinesOf(tx: Tx, viewer: Viewer, calendar: Calendar): Promise<Deadline[]> {
  const { today, countyId } = viewer
  const within = (column: Prisma.Sql, late: number) =>
    Prisma.sql`${column} BETWEEN ${fromDay(addDays(today, late))}::date AND ${fromDay(addDays(today, ahead + late))}::date`
  const office = holds(viewer, 'COUNTY_OFFICE')
  const bound = Prisma.sql`(c.township_id = ANY (${townshipsOf(viewer)}::text[]) OR c.id = ANY (${boundCaseIds(viewer)}::uuid[]))`
  const all = Prisma.sql`TRUE`
  const noticed = Prisma.sql`(x.addressee_id = ANY (${answeringOrganisations(viewer)}::uuid[])
    OR x.case_id = ANY (${boundCaseIds(viewer, ['COUNTY_LEADER'])}::uuid[]))`
  const cases = visibleCasesSql(viewer)
  const from = (table: Prisma.Sql) =>
    Prisma.sql`FROM ${table} x JOIN cases c ON c.id = x.case_id WHERE x.county_id = ${countyId} AND NOT c.paused AND ${cases}`
  const nearest = Prisma.sql`ORDER BY due, id LIMIT ${shown}`
  const columns = (kind: string, measure: Prisma.Sql, title: Prisma.Sql, due: Prisma.Sql) =>
    Prisma.sql`SELECT x.id, ${kind} AS kind, x.case_id, ${measure} AS measure_id, ${title} AS title, ${kind === 'notice' ? Prisma.sql`x.village_id` : Prisma.sql`c.village_id`}, ${due} AS due, x.yellow_on, x.red_on`
  const none = Prisma.sql`NULL::uuid`
  const before = Prisma.sql`x.red_on - 1`
  const onDue = Prisma.sql`x.due_on`
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d.*, v.name AS village FROM (
      (${columns('measure', Prisma.sql`x.id`, Prisma.sql`x.title`, onDue)} ${from(Prisma.sql`measures`)}
        AND x.status = 'OPEN' AND c.stage = 'RECTIFYING' AND ${within(onDue, 0)} ${nearest})
      UNION ALL
      (${columns('extension', Prisma.sql`x.measure_id`, Prisma.sql`(SELECT title FROM measures m WHERE m.id = x.measure_id)`, before)}
        ${from(Prisma.sql`extensions`)} AND x.status = 'REQUESTED' AND c.stage = 'RECTIFYING' AND ${within(Prisma.sql`x.red_on`, 1)} ${nearest})
      UNION ALL
      (${columns('coordination', none, Prisma.sql`x.title`, before)} ${from(Prisma.sql`coordination_requests`)}
        AND ${within(Prisma.sql`x.red_on`, 1)} ${nearest})
      UNION ALL
      (${columns('instruction', none, Prisma.sql`x.leader_name`, before)} ${from(Prisma.sql`instructions`)}
        AND x.answered_on IS NULL AND ${office ? all : bound} AND ${within(Prisma.sql`x.red_on`, 1)} ${nearest})
      UNION ALL
      (${columns('notice', none, Prisma.sql`x.title`, before)} FROM supervision_notices x LEFT JOIN cases c ON c.id = x.case_id
        WHERE x.county_id = ${countyId} AND c.paused IS NOT TRUE AND x.status IN ('SIGNED', 'RECEIVED', 'RETURNED')
        AND ${office ? all : noticed} AND ${within(Prisma.sql`x.red_on`, 1)} ${nearest})
      UNION ALL
      (${columns('acceptance', none, Prisma.sql`x.level::text`, before)} ${from(Prisma.sql`acceptances`)}
        AND x.status = 'OPEN' AND ${within(Prisma.sql`x.red_on`, 1)} ${nearest})
      UNION ALL
      (${columns('followUp', none, Prisma.sql`x.month::text`, onDue)} ${from(Prisma.sql`follow_ups`)}
        AND x.done_on IS NULL AND c.stage = 'CLOSED' AND ${within(onDue, 0)} ${nearest})
      UNION ALL
      (SELECT c.id, c.next_reason ->> 'subject', c.id, ${none}, '', c.village_id, c.next_due_on AS due, c.yellow_on, c.red_on
        FROM cases c WHERE c.county_id = ${countyId} AND NOT c.paused AND ${cases}
        AND c.next_reason ->> 'subject' IN ('candidate', 'plan', 'planReview') AND ${within(Prisma.sql`c.next_due_on`, 0)} ${nearest})
    ) d JOIN villages v ON v.id = d.village_id ORDER BY d.due, d.id LIMIT ${shown}`
  return rows.map((row) => ({
    key: `${row.kind}:${row.id}`,
    kind: row.kind,
    day: toDay(row.due),
    title: row.title,
    village: row.village,
    href: hrefOf(row),
    light: reasonOf(
      {
        subject: row.kind,
        due: toDay(row.due),
        yellowOn: row.yellow_on && toDay(row.yellow_on),
        redOn: row.red_on && toDay(row.red_on),
        done: false,
        paused: false,
      },
      today,
      calendar,
    ),
  }))
}

function hrefOf({ kind, id, case_id, measure_id }: Row): string {
  const kase = `/cases/${case_id}`
  switch (kind) {
    case 'measure':
      return `${kase}/measures/${id}`
    case 'extension':
      return `${kase}/measures/${measure_id}#extensions`
    case 'coordination':
      return `/coordination/${id}`
    case 'instruction':
      return `/instructions/${id}`
    case 'notice':
      return `/notices/${id}`
    case 'acceptance':
      return `${kase}/acceptance`
    case 'followUp':
      return `${kase}/follow-ups`
    case 'plan':
    case 'planReview':
      return `${kase}/plan`
    default:
      return kase
  }
}
