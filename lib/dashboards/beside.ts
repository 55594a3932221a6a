import 'server-only'
import { can } from '@/lib/access/policy'
import {
  answeringOrganisations,
  holds,
  selvesOf,
  townshipsOf,
  type Viewer,
} from '@/lib/access/viewer-types'
import type { Day } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { DrawState, MaterialRequestState } from '@/prisma/generated/enums'

/** What stands on a home beside the queue of cases. */
export type Beside = {
  /** Things the viewer was reminded of and that are still so; open complaints for who answers them. */
  reminders: number
  complaints: number
  /** Draws whose next step may be taken today. */
  draws: { id: string; number: number; state: DrawState; round: { title: string } }[]
  /** What inspectors ask the township for. */
  materials: RequestToAnswer[]
  /** Of the key register and the appraisal: what waits, or stands about one's own organisation. */
  supervision: SupervisionItem[]
  unread: { id: string; title: string; documentNo: string }[]
  /** The next 调度会 of the county, today's included. */
  meeting: { id: string; heldOn: Day; calledAt: string } | null
}

export type RequestToAnswer = {
  id: string
  what: string
  gap: string
  answer: string
  state: MaterialRequestState
  requestedOn: Day
  village: { name: string; demo: boolean }
}

export type SupervisionItem = {
  kind: 'proposal' | 'appeal' | 'listing' | 'result'
  id: string
  name: string
  day: Day
  year: number | null
  score: number | null
  scoring: boolean
}

/** All of it in one statement, five lines each: a home has twelve statements in all. */
export async function besideOf(tx: Tx, viewer: Viewer): Promise<Beside> {
  const { countyId, userId, today } = viewer
  const office = holds(viewer, 'COUNTY_OFFICE')
  const own = office ? [] : answeringOrganisations(viewer)
  const roles = viewer.grants.map(({ role }) => role)
  const members = viewer.grants.map(({ organisationId }) => organisationId)
  const [row] = await tx.$queryRaw<[Beside]>`
    SELECT
      (SELECT count(DISTINCT s.subject_id) FROM reminders r JOIN reminder_steps s ON s.id = r.step_id
        WHERE r.county_id = ${countyId} AND r.user_id = ${userId}::uuid AND r.digest_id IS NOT NULL
          AND r.ended_on IS NULL AND s.dropped_on IS NULL)::int AS reminders,
      (SELECT count(*) FROM complaints k WHERE ${can(viewer, 'complaint.answer')}
        AND k.county_id = ${countyId} AND k.answered_on IS NULL)::int AS complaints,
      (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT d.id, d.number, d.state, json_build_object('title', r.title) AS round
        FROM draws d JOIN inspection_rounds r ON r.id = d.round_id
        WHERE ${can(viewer, 'inspection.plan')} AND d.county_id = ${countyId} AND r.state IN ('PLANNED', 'UNDERWAY')
          AND (d.state = 'FROZEN' OR (d.state = 'SEEDED' AND d.public_on <= ${today}::date)
            OR (d.state = 'DRAWN' AND d.assigned_on IS NULL))
        ORDER BY d.id LIMIT 5) x) AS draws,
      (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT m.id, m.what, m.gap, m.answer, m.state, m.requested_on AS "requestedOn",
          json_build_object('name', v.name, 'demo', v.demo) AS village
        FROM material_requests m JOIN villages v ON v.id = m.village_id
        WHERE m.county_id = ${countyId} AND m.township_id = ANY (${townshipsOf(viewer)}::text[]) AND m.state = 'ASKED'
        ORDER BY m.id LIMIT 5) x) AS materials,
      (SELECT coalesce(json_agg(x), '[]') FROM (
        (SELECT 'proposal' AS kind, w.id, o.name, w.proposed_on AS day, NULL::int AS year, NULL::int AS score, false AS scoring
          FROM watch_listings w JOIN organisations o ON o.id = w.organisation_id
          WHERE ${office} AND w.county_id = ${countyId} AND w.state = 'PROPOSED' ORDER BY w.id LIMIT 5)
        UNION ALL
        (SELECT 'appeal', s.id, s.organisation_name, a.made_on, y.year, NULL, false
          FROM appraisal_appeals a JOIN appraisal_sheets s ON s.id = a.sheet_id JOIN appraisals y ON y.id = s.appraisal_id
          WHERE ${office} AND a.county_id = ${countyId} AND a.answered_on IS NULL AND a.state = 'ANNOUNCED'
            AND a.verified_by_id <> ALL (${selvesOf(viewer)}::uuid[]) ORDER BY a.id LIMIT 5)
        UNION ALL
        (SELECT 'listing', w.id, o.name, w.decided_on, NULL, NULL, false
          FROM watch_listings w JOIN organisations o ON o.id = w.organisation_id
          WHERE w.county_id = ${countyId} AND w.state = 'LISTED' AND w.organisation_id = ANY (${own}::uuid[])
            AND (w.member_id IS NULL OR w.member_id = ${userId}::uuid) ORDER BY w.id LIMIT 5)
        UNION ALL
        (SELECT 'result', s.id, s.organisation_name, coalesce(y.published_on, y.announced_on, y.opened_on), y.year,
            s.verified, y.state = 'OPEN'
          FROM appraisal_sheets s JOIN appraisals y ON y.id = s.appraisal_id
          WHERE s.county_id = ${countyId} AND s.shown AND s.organisation_id = ANY (${own}::uuid[])
          ORDER BY y.year DESC LIMIT 1)) x) AS supervision,
      (SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT d.id, d.title, d.document_no AS "documentNo" FROM documents d
        WHERE ${can(viewer, 'document.read')} AND d.county_id = ${countyId} AND d.repealed_on IS NULL
          AND (d.reader_roles && ${roles}::"Role"[] OR d.reader_organisation_ids && ${members}::uuid[])
          AND NOT EXISTS (SELECT FROM documents n WHERE n.supersedes_id = d.id)
          AND NOT EXISTS (SELECT FROM document_reads r WHERE r.document_id = d.id AND r.reader_id = ${userId}::uuid)
        ORDER BY d.published_on DESC, d.id DESC LIMIT 5) x) AS unread,
      (SELECT json_build_object('id', m.id, 'heldOn', m.held_on, 'calledAt', m.called_at) FROM meetings m
        WHERE m.county_id = ${countyId} AND m.cancelled_on IS NULL AND m.held_on >= ${today}::date
        ORDER BY m.held_on LIMIT 1) AS meeting`
  return row
}
