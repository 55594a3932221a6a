import 'server-only'
import type { Day } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { Facts } from './facts'
import { loadSupervision } from './load-supervision'

/**
 * What leaders wrote is not copied: sheets are read beyond those to whom instructions are open.
 * Everything the key register and the appraisal of one county are computed from: regular cases that
 * were confirmed, with what hangs on them. One statement a table, aggregated in the database.
 */
export async function loadFacts(tx: Tx, countyId: string, from: Day): Promise<Facts> {
  return {
    cases: await rowsOf(tx.$queryRaw`
      SELECT json_agg(json_build_object('id', c.id, 'caseId', c.id, 'townshipId', c.township_id, 'village', v.name,
        'batch', b.name, 'targetEndOn', b.target_end_on, 'confirmedOn', c.confirmed_on, 'closedOn', c.closed_on,
        'pauses', coalesce(c.pauses, '[]'::jsonb) || CASE WHEN c.paused AND c.paused_on IS NOT NULL
          THEN jsonb_build_array(jsonb_build_object('from', c.paused_on, 'to', NULL)) ELSE '[]'::jsonb END)) AS rows
      FROM cases c JOIN villages v ON v.id = c.village_id JOIN batches b ON b.id = c.batch_id
      WHERE c.county_id = ${countyId} AND c.origin = 'REGULAR' AND c.confirmed_on IS NOT NULL
        AND c.stage NOT IN ('CANDIDATE', 'NOT_CONFIRMED') AND (c.closed_on IS NULL OR c.closed_on >= ${from}::date)`),
    measures: await rowsOf(tx.$queryRaw`
      SELECT json_agg(json_build_object('id', m.id, 'caseId', m.case_id, 'townshipId', m.township_id, 'village', v.name,
        'number', m.number, 'title', m.title, 'dueOn', m.due_on, 'doneOn', m.done_on, 'open', m.status = 'OPEN', 'paused', c.paused,
        'organisationId', m.organisation_id, 'ofDepartment', coalesce(o.kind = 'DEPARTMENT', false))) AS rows
      FROM measures m JOIN cases c ON c.id = m.case_id JOIN villages v ON v.id = c.village_id
        LEFT JOIN organisations o ON o.id = m.organisation_id
      WHERE m.county_id = ${countyId} AND m.status <> 'CANCELLED' AND c.origin = 'REGULAR' AND c.stage <> 'NOT_CONFIRMED'
        AND (m.due_on >= ${from}::date OR m.status = 'OPEN')`),
    problems: await rowsOf(tx.$queryRaw`
      SELECT json_agg(json_build_object('id', p.id, 'caseId', p.case_id, 'townshipId', p.township_id, 'village', v.name,
        'number', p.number, 'title', CASE WHEN p.internal THEN '' ELSE p.title END, 'verified', p.status = 'VERIFIED')) AS rows
      FROM problems p JOIN cases c ON c.id = p.case_id JOIN villages v ON v.id = c.village_id
      WHERE p.county_id = ${countyId} AND c.origin = 'REGULAR' AND c.stage NOT IN ('CANDIDATE', 'NOT_CONFIRMED')`),
    assignments: await rowsOf(tx.$queryRaw`
      SELECT json_agg(json_build_object('id', a.id, 'caseId', a.case_id, 'slot', a.slot, 'organisationId', a.organisation_id,
        'holder', coalesce(o.name, nullif(a.person_name, ''), u.name, ''), 'fromOn', a.from_on, 'toOn', a.to_on) ORDER BY a.from_on, a.id) AS rows
      FROM assignments a LEFT JOIN organisations o ON o.id = a.organisation_id LEFT JOIN users u ON u.id = a.user_id
      WHERE a.county_id = ${countyId} AND (a.to_on IS NULL OR a.to_on >= ${from}::date)`),
    commitments: await rowsOf(tx.$queryRaw`
      SELECT json_agg(json_build_object('id', k.id, 'caseId', k.case_id, 'townshipId', k.township_id, 'village', v.name,
        'position', k.position, 'dueOn', k.due_on, 'result', k.result)) AS rows
      FROM commitments k JOIN villages v ON v.id = k.village_id
      WHERE k.county_id = ${countyId} AND k.status IN ('PUBLISHED', 'CARRIED_OUT', 'EVALUATED') AND k.due_on >= ${from}::date`),
    followUps: await rowsOf(tx.$queryRaw`
      SELECT json_agg(json_build_object('id', f.id, 'caseId', f.case_id, 'townshipId', f.township_id, 'village', v.name,
        'month', f.month, 'dueOn', f.due_on, 'doneOn', f.done_on)) AS rows
      FROM follow_ups f JOIN cases c ON c.id = f.case_id JOIN villages v ON v.id = c.village_id
      WHERE f.county_id = ${countyId} AND c.stage = 'CLOSED' AND f.due_on >= ${from}::date`),
    instructions: await rowsOf(tx.$queryRaw`
      SELECT json_agg(json_build_object('id', i.id, 'caseId', i.case_id, 'townshipId', i.township_id, 'village', v.name,
        'title', '', 'organisationId', i.organisation_id, 'dueOn', i.due_on, 'doneOn', i.answered_on)) AS rows
      FROM instructions i JOIN villages v ON v.id = i.village_id
      WHERE i.county_id = ${countyId} AND i.due_on >= ${from}::date`),
    requests: await rowsOf(tx.$queryRaw`
      SELECT json_agg(json_build_object('id', r.id, 'caseId', r.case_id, 'townshipId', r.township_id, 'village', v.name,
        'title', r.title, 'organisationId', r.department_id, 'dueOn', r.due_on, 'doneOn', r.answered_on)) AS rows
      FROM coordination_requests r JOIN villages v ON v.id = r.village_id
      WHERE r.county_id = ${countyId} AND r.status IN ('ROUTED', 'ANSWERED', 'SETTLED') AND r.department_id IS NOT NULL
        AND r.due_on >= ${from}::date`),
    contacts: await rowsOf(tx.$queryRaw`
      SELECT json_agg(DISTINCT jsonb_build_object('caseId', w.case_id, 'organisationId', w.organisation_id, 'day', w.day)) AS rows
      FROM visits w WHERE w.county_id = ${countyId} AND w.role = 'HELPER_UNIT' AND w.organisation_id IS NOT NULL
        AND w.withdrawn_on IS NULL AND w.day >= ${from}::date`),
    ...(await loadSupervision(tx, countyId, from)),
  }
}

/** The rows that a statement aggregated into one. */
async function rowsOf<T>(statement: Promise<unknown>): Promise<T[]> {
  const [found] = (await statement) as [{ rows: T[] | null }]
  return found.rows ?? []
}
