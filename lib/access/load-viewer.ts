import 'server-only'
import type { Day } from '@/lib/dates'
import { readRaw } from '@/lib/db'
import { Prisma } from '@/prisma/generated/client'
import { type BoundRole, type Role, secondFactorRoles } from './roles'
import { systemViewer } from './system'
import type { Bond, CheckBond, Grant, Viewer } from './viewer-types'

/** A session as it stands now, with what the person behind it may be asked to do first. */
export type SessionState = {
  viewer: Viewer
  lastSeenAt: Date
  mustChangePassword: boolean
  /** Their roles need a second factor and none is set up (never asked in the demo). */
  needsSecondFactor: boolean
  /** Counties in which appointments are in force; more than one and none chosen: choose first. */
  counties: readonly { id: string; name: string }[]
  countyChosen: boolean
}

type Row = {
  session_id: string | null
  last_seen_at: Date
  chosen_county: string | null
  user_id: string
  account: string
  name: string
  home_county: string
  demo: boolean
  must_change: boolean
  has_totp: boolean
  grants:
    | (Omit<Grant, 'standsInFor'> & {
        countyId: string
        countyName: string
        standsInFor: Grant['standsInFor'] | null
      })[]
    | null
  deputies: string[] | null
  bonds:
    | {
        role: BoundRole
        caseId: string
        organisationId: string | null
        countyId: string
        standsInFor: string | null
        closed: boolean
      }[]
    | null
  checks: { spotCheckId: string; countyId: string; standsInFor: string | null }[] | null
  home_name: string
}

/**
 * Reads session, person, appointments in force and bound cases in one statement, so that a
 * revocation bites at the next request. Undefined when the session has ended, idled out or its
 * account is suspended. A bond lasts while the case is open and through its year of follow-up, and
 * ends at once when its assignment is given an end. A deputy's rights end with the appointment they
 * stand in for, if not before.
 */
export async function loadSession(
  sessionId: string,
  { today, idleHours }: { today: Day; idleHours: number },
): Promise<SessionState | undefined> {
  const idle = Prisma.sql`make_interval(hours => ${Math.floor(idleHours)}::int, mins => ${Math.round((idleHours % 1) * 60)}::int)`
  const row = await loadRow<Row>(
    today,
    Prisma.sql`
      SELECT s.id AS session_id, s.last_seen_at, s.county_id AS chosen_county, ${person}
      FROM sessions s JOIN users u ON u.id = s.user_id
      WHERE s.id = ${sessionId}::uuid AND s.ended_at IS NULL AND u.status = 'ACTIVE' AND s.last_seen_at > now() - ${idle}`,
  )
  return row && stateOf(row, today)
}

/** An access token as it stands now: the same standing as a session of its owner, in its county. */
export type TokenStanding = SessionState & {
  tokenId: string
  writes: boolean
  lastUsedOn: Date | null
}

/**
 * The same for an access token, by its hash. Undefined when it is unknown, revoked or expired, its
 * owner suspended, or without an appointment left in the county it was made for.
 */
export async function loadToken(hash: string, today: Day): Promise<TokenStanding | undefined> {
  const row = await loadRow<TokenRow>(
    today,
    Prisma.sql`
      SELECT NULL::uuid AS session_id, t.created_at AS last_seen_at, t.county_id AS chosen_county, ${person},
             t.id AS token_id, t.writes, t.last_used_on
      FROM access_tokens t JOIN users u ON u.id = t.user_id
      WHERE t.hash = ${hash} AND t.revoked_at IS NULL AND t.expires_on >= ${today}::date AND u.status = 'ACTIVE'`,
  )
  if (!row) return undefined
  const state = stateOf(row, today)
  if (state.viewer.countyId !== row.chosen_county) return undefined
  const { token_id: tokenId, writes, last_used_on: lastUsedOn } = row
  return { ...state, tokenId, writes, lastUsedOn }
}

/** Whose private calendar link this is, by its hash; undefined when it shows nothing any more. */
export async function loadFeed(hash: string, today: Day): Promise<Viewer | undefined> {
  const row = await loadRow<Row>(
    today,
    Prisma.sql`
      SELECT NULL::uuid AS session_id, f.feed_made_at AS last_seen_at, f.county_id AS chosen_county, ${person}
      FROM reminder_settings f JOIN users u ON u.id = f.user_id
      WHERE f.feed_hash = ${hash} AND u.status = 'ACTIVE'`,
  )
  const viewer = row && stateOf(row, today).viewer
  return viewer && viewer.countyId === row.chosen_county && viewer.grants.length > 0
    ? viewer
    : undefined
}

type TokenRow = Row & { token_id: string; writes: boolean; last_used_on: Date | null }

const person = Prisma.sql`u.id AS user_id, u.account, u.name, u.county_id AS home_county, u.demo,
             u.must_change_password AS must_change`

async function loadRow<T extends Row>(today: Day, me: Prisma.Sql): Promise<T | undefined> {
  const rows = await readRaw<T>(
    systemViewer('session'),
    Prisma.sql`
    WITH me AS (${me}
    ), held AS (
      SELECT a.role, coalesce(p.user_id, a.user_id) AS user_id, p.user_id AS for_user, a.stands_in_for_name AS for_name,
             a.organisation_id, o.name AS organisation_name, o.township_id, a.county_id, c.name AS county_name
      FROM appointments a JOIN organisations o ON o.id = a.organisation_id JOIN counties c ON c.id = a.county_id
        LEFT JOIN appointments p ON p.id = a.stands_in_for_id
      WHERE a.user_id = (SELECT user_id FROM me) AND a.confirmed_at IS NOT NULL
        AND a.from_on <= ${today}::date AND (a.to_on IS NULL OR a.to_on >= ${today}::date)
        AND (p.id IS NULL OR (p.from_on <= ${today}::date AND (p.to_on IS NULL OR p.to_on >= ${today}::date)))
    ), deputies AS (
      SELECT DISTINCT d.user_id FROM appointments a JOIN appointments d ON d.stands_in_for_id = a.id
      WHERE a.user_id = (SELECT user_id FROM me) AND d.confirmed_at IS NOT NULL
        AND d.from_on <= ${today}::date AND d.to_on >= ${today}::date AND (a.to_on IS NULL OR a.to_on >= ${today}::date)
    ), checks AS (
      SELECT i.spot_check_id, i.case_id, i.county_id, h.for_user FROM held h JOIN spot_check_inspectors i
        ON i.user_id = h.user_id AND i.county_id = h.county_id AND i.released_on IS NULL
      WHERE h.role = 'INSPECTOR'
    ), bound AS (
      SELECT h.role::text AS role, x.case_id, x.organisation_id, x.county_id, h.for_user FROM held h JOIN assignments x ON x.county_id = h.county_id
        AND x.from_on <= ${today}::date AND x.to_on IS NULL AND (
        (h.role = 'HELPER_UNIT' AND x.slot = 'HELPER_UNIT' AND x.organisation_id = h.organisation_id)
        OR (h.role = 'WORK_TEAM' AND x.slot = 'WORK_TEAM' AND x.organisation_id = h.organisation_id)
        OR (h.role = 'COUNTY_LEADER' AND x.slot = 'COUNTY_LEADER' AND x.user_id = h.user_id))
      UNION
      SELECT 'INSPECTOR', m.case_id, NULL, m.county_id, h.for_user FROM held h JOIN acceptance_members m ON m.user_id = h.user_id AND m.county_id = h.county_id
      WHERE h.role = 'INSPECTOR'
      UNION
      SELECT 'INSPECTOR', k.case_id, NULL, k.county_id, k.for_user FROM checks k WHERE k.case_id IS NOT NULL
    )
    SELECT me.*, (SELECT name FROM counties WHERE id = me.home_county) AS home_name,
      EXISTS (SELECT 1 FROM credentials k WHERE k.user_id = me.user_id AND k.totp_confirmed_at IS NOT NULL) AS has_totp,
      (SELECT json_agg(json_build_object('role', role, 'organisationId', organisation_id, 'organisationName', organisation_name,
        'townshipId', township_id, 'countyId', county_id, 'countyName', county_name,
        'standsInFor', CASE WHEN for_user IS NULL THEN NULL ELSE json_build_object('userId', for_user, 'name', for_name) END)
        ORDER BY for_user IS NOT NULL, role) FROM held) AS grants,
      (SELECT json_agg(user_id) FROM deputies) AS deputies,
      (SELECT json_agg(json_build_object('role', b.role, 'caseId', b.case_id, 'organisationId', b.organisation_id, 'countyId', b.county_id,
        'standsInFor', b.for_user, 'closed', c.stage = 'CLOSED'))
        FROM bound b JOIN cases c ON c.id = b.case_id
        WHERE c.readable_until IS NULL OR c.readable_until >= ${today}::date) AS bonds,
      (SELECT json_agg(DISTINCT jsonb_build_object('spotCheckId', spot_check_id, 'countyId', county_id, 'standsInFor', for_user))
        FROM checks) AS checks
    FROM me`,
  )
  return rows[0]
}

function stateOf(row: Row, today: Day): SessionState {
  const held = row.grants ?? []
  const counties = [
    ...new Map(held.map((g) => [g.countyId, { id: g.countyId, name: g.countyName }])).values(),
  ]
  const chosen = counties.find((county) => county.id === row.chosen_county)
  const county = chosen ?? counties[0] ?? { id: row.home_county, name: row.home_name }
  const grants = held
    .filter((grant) => grant.countyId === county.id)
    .map(({ role, organisationId, organisationName, townshipId, standsInFor }) => ({
      role,
      organisationId,
      organisationName,
      townshipId,
      ...(standsInFor && { standsInFor }),
    }))
  const bonds: Bond[] = (row.bonds ?? [])
    .filter((bond) => bond.countyId === county.id)
    .map(({ role, caseId, organisationId, standsInFor, closed }) => ({
      role,
      caseId,
      organisationId,
      ...(standsInFor && { standsInFor }),
      ...(closed && role === 'INSPECTOR' && { closed }),
    }))
  const checks: CheckBond[] = (row.checks ?? [])
    .filter((check) => check.countyId === county.id)
    .map(({ spotCheckId, standsInFor }) => ({
      spotCheckId,
      ...(standsInFor && { standsInFor }),
    }))
  const roles: Role[] = grants.map((grant) => grant.role)
  return {
    lastSeenAt: row.last_seen_at,
    mustChangePassword: row.must_change,
    needsSecondFactor:
      !row.demo && !row.has_totp && roles.some((role) => secondFactorRoles.includes(role)),
    counties,
    countyChosen: counties.length < 2 || chosen !== undefined,
    viewer: {
      userId: row.user_id,
      account: row.account,
      name: row.name,
      countyId: county.id,
      countyName: county.name,
      grants,
      bonds,
      ...(checks.length > 0 && { checks }),
      today,
      origin: 'USER',
      demo: row.demo,
      sessionId: row.session_id,
      ...(row.deputies && { deputies: row.deputies }),
    },
  }
}
