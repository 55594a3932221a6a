import 'server-only'
import { can } from '@/lib/access/policy'
import { visibleCases } from '@/lib/access/scope'
import { visibleCasesSql } from '@/lib/access/scope-sql'
import {
  answeringOrganisations,
  principalsOf,
  townshipsOf,
  type Viewer,
} from '@/lib/access/viewer-types'
import { type Day, fromDay, toDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

/** As many measures as a home asks for at once. */
const most = 100

/** The next 调度会 of the viewer's county, today's included, or undefined. */
export async function comingMeeting(tx: Tx, viewer: Viewer) {
  const found = await tx.meeting.findFirst({
    where: { countyId: viewer.countyId, cancelledOn: null, heldOn: { gte: fromDay(viewer.today) } },
    orderBy: { heldOn: 'asc' },
    select: { id: true, heldOn: true, calledAt: true, version: true },
  })
  return found ? { ...found, heldOn: toDay(found.heldOn) } : undefined
}

/** `calledAt` as an instant, also in the words of JSON. */
type NextMeeting = { id: string; heldOn: Day; calledAt: Date | string }

/** What is asked about before a meeting: open measures of villages being rectified. */
const askedMeasures = {
  status: 'OPEN',
  case: { stage: 'RECTIFYING', paused: false },
} satisfies Prisma.MeasureWhereInput

/** Measures on which nothing was said since the meeting was called. */
function silentSince(meeting: NextMeeting): Prisma.MeasureWhereInput {
  return {
    progress: { none: { createdAt: { gte: meeting.calledAt } } },
    unchanged: { none: { meetingId: meeting.id } },
  }
}

/**
 * What the viewer is asked before the next meeting: their own open measures on which nothing was
 * said since it was called; the township also answers for measures that no organisation with
 * accounts holds. Undefined when there is none or nothing is left to say.
 */
export async function askedOf(tx: Tx, viewer: Viewer, meeting: NextMeeting | null) {
  if (!meeting || !can(viewer, 'progress.add')) return undefined
  const rows = await tx.measure.findMany({
    where: {
      AND: [
        { case: visibleCases(viewer) },
        askedMeasures,
        silentSince(meeting),
        {
          OR: [
            { organisationId: { in: answeringOrganisations(viewer) } },
            { personUserId: { in: [viewer.userId, ...principalsOf(viewer)] } },
            { organisationId: null, townshipId: { in: townshipsOf(viewer) } },
          ],
        },
      ],
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: most,
    select: {
      id: true,
      title: true,
      percent: true,
      caseId: true,
      case: { select: { village: { select: { name: true, demo: true } } } },
    },
  })
  if (rows.length === 0) return undefined
  return {
    meeting: { id: meeting.id, heldOn: meeting.heldOn },
    measures: rows.map(({ case: { village }, ...row }) => ({ ...row, village })),
  }
}

export type Asked = NonNullable<Awaited<ReturnType<typeof askedOf>>>

type Answers = { total: number; reported: number; unchanged: number; silent: number }

/**
 * How many measures in the viewer's scope were asked about, and how many answered in which way:
 * one statement. Progress counts as that even after 无变化.
 */
export async function answersFor(
  tx: Tx,
  viewer: Viewer,
  meeting: { id: string; calledAt: Date },
): Promise<Answers> {
  const [answers] = await tx.$queryRaw<[Answers]>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE reported)::int AS reported,
      count(*) FILTER (WHERE NOT reported AND unchanged)::int AS unchanged,
      count(*) FILTER (WHERE NOT reported AND NOT unchanged)::int AS silent
    FROM (
      SELECT EXISTS (SELECT FROM progress_updates p
          WHERE p.measure_id = m.id AND p.created_at >= ${meeting.calledAt}) AS reported,
        EXISTS (SELECT FROM unchanged_reports u
          WHERE u.measure_id = m.id AND u.meeting_id = ${meeting.id}::uuid) AS unchanged
      FROM measures m JOIN cases c ON c.id = m.case_id
      WHERE m.county_id = ${viewer.countyId} AND m.status = 'OPEN' AND c.stage = 'RECTIFYING'
        AND NOT c.paused AND ${visibleCasesSql(viewer)}
    ) asked`
  return answers
}
