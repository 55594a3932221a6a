import type pg from 'pg'
import type { BenchRole } from './people'

/*
 * What each page shows, as SQL written by hand: the yardstick of the product's own statements. It
 * runs as the product's role under the same policies, in the same two transactions: the session
 * check, then the page.
 */

/** Who a session is, in force today: the product's own check, column for column where it matters. */
const session = `
  WITH me AS (
    SELECT s.id AS session_id, s.last_seen_at, s.county_id AS chosen_county, u.id AS user_id, u.account, u.name,
           u.county_id AS home_county, u.demo, u.must_change_password AS must_change
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = $1::uuid AND s.ended_at IS NULL AND u.status = 'ACTIVE'
      AND s.last_seen_at > now() - make_interval(hours => 12)
  ), held AS (
    SELECT a.role, a.user_id, a.organisation_id, o.name AS organisation_name, o.township_id, a.county_id, c.name AS county_name
    FROM appointments a JOIN organisations o ON o.id = a.organisation_id JOIN counties c ON c.id = a.county_id
    WHERE a.user_id = (SELECT user_id FROM me) AND a.confirmed_at IS NOT NULL
      AND a.from_on <= current_date AND (a.to_on IS NULL OR a.to_on >= current_date)
  ), bound AS (
    SELECT h.role::text AS role, x.case_id, x.county_id FROM held h JOIN assignments x ON x.county_id = h.county_id
      AND x.from_on <= current_date AND x.to_on IS NULL AND (
      (h.role = 'HELPER_UNIT' AND x.slot = 'HELPER_UNIT' AND x.organisation_id = h.organisation_id)
      OR (h.role = 'WORK_TEAM' AND x.slot = 'WORK_TEAM' AND x.organisation_id = h.organisation_id)
      OR (h.role = 'COUNTY_LEADER' AND x.slot = 'COUNTY_LEADER' AND x.user_id = h.user_id))
    UNION
    SELECT 'INSPECTOR', m.case_id, m.county_id FROM held h
      JOIN acceptance_members m ON m.user_id = h.user_id AND m.county_id = h.county_id WHERE h.role = 'INSPECTOR'
  )
  SELECT me.*, (SELECT json_agg(held) FROM held) AS grants,
    (SELECT json_agg(json_build_object('role', b.role, 'caseId', b.case_id)) FROM bound b JOIN cases c ON c.id = b.case_id
      WHERE c.readable_until IS NULL OR c.readable_until >= current_date) AS bonds
  FROM me`

export type Known = {
  userId: string
  countyId: string
  roles: string[]
  townships: string[]
  cases: string[]
}

const settle = (names: readonly string[]) =>
  `SELECT ${names.map((name, index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`

type Row = Record<string, unknown>
const names = new Map<string, string>()

/** Prepared once a connection, as the product's statements are. */
function prepared<T extends Row>(client: pg.ClientBase, text: string, values: readonly unknown[]) {
  const name = names.get(text) ?? `s${names.size}`
  names.set(text, name)
  return client.query<T>({ name, text, values: [...values] })
}

async function inTransaction<T>(
  client: pg.ClientBase,
  settings: Record<string, string>,
  work: () => Promise<T>,
): Promise<T> {
  await client.query('BEGIN')
  const all = { ...settings, transaction_read_only: 'on' }
  await prepared(client, settle(Object.keys(all)), Object.values(all))
  const result = await work()
  await client.query('COMMIT')
  return result
}

/** The session check; undefined when the session is none. */
export async function knownBy(client: pg.ClientBase, id: string): Promise<Known | undefined> {
  type Found = {
    user_id: string
    home_county: string
    grants: { role: string; township_id: string | null; county_id: string }[] | null
    bonds: { role: string; caseId: string }[] | null
  }
  const { rows } = await inTransaction(
    client,
    { 'app.system': 'session', 'app.county_id': '' },
    () => prepared<Found>(client, session, [id]),
  )
  const [row] = rows
  return (
    row && {
      userId: row.user_id,
      countyId: row.grants?.[0]?.county_id ?? row.home_county,
      roles: row.grants?.map(({ role }) => role) ?? [],
      townships: row.grants?.flatMap((one) => one.township_id ?? []) ?? [],
      cases: row.bonds?.map(({ caseId }) => caseId) ?? [],
    }
  )
}

/** One read as this person; every statement's rows in order. */
export function readAs<T extends Row = Row>(
  client: pg.ClientBase,
  known: Known,
  statements: readonly (readonly [sql: string, values: readonly unknown[]])[],
): Promise<T[][]> {
  const cases = known.cases.join(',')
  const is = (role: string) => (known.roles.includes(role) ? 'on' : '')
  const settings = {
    'app.user_id': known.userId,
    'app.county_id': known.countyId,
    'app.office': is('COUNTY_OFFICE'),
    'app.leader': is('COUNTY_LEADER'),
    'app.admin': is('SYSTEM_ADMIN'),
    'app.township_ids': is('TOWNSHIP') && known.townships.join(','),
    'app.case_ids': cases,
    'app.roles': known.roles.join(','),
    'app.work_case_ids': is('HELPER_UNIT') || is('WORK_TEAM') ? cases : '',
    'app.paper_case_ids': is('COUNTY_LEADER') || is('INSPECTOR') ? cases : '',
    'app.leader_case_ids': is('COUNTY_LEADER') ? cases : '',
  }
  return inTransaction(client, settings, async () => {
    const results: T[][] = []
    for (const [sql, values] of statements) {
      results.push((await prepared<T & Row>(client, sql, values)).rows)
    }
    return results
  })
}

export type Asked =
  | { page: 'home'; role: BenchRole }
  | { page: 'list'; after?: { redOn: string; id: string } }
  | { page: 'case'; caseId: string }
  | { page: 'search'; words: string }
  | { page: 'visits'; mine?: boolean }
  | { page: 'village'; villageId: string }
  | { page: 'visitForm' }
