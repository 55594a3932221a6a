import type pg from 'pg'

/** What the app role may do with a table besides reading it: Insert, Update, Delete. */
export type Writes = '' | 'I' | 'IU' | 'ID' | 'IUD'

/** Tables without policies, each with its reason. */
const exemptions: Record<string, string> = {
  _prisma_migrations:
    'names and checksums of migrations; the readiness check reads it, nobody writes it',
}

/** Tables that say nothing of a case or a person: public knowledge, read without being signed in. */
export const publicTables = ['counties', 'townships', 'problem_kinds', 'calendar_days']

/**
 * Every table of the schema `public` and what some verb of the product does with it. What no verb
 * does is not granted: no case, plan, event, decision or account is ever deleted.
 */
export const writes: Record<string, Writes> = {
  acceptance_members: 'ID',
  acceptance_scores: 'ID',
  acceptances: 'IU',
  access_tokens: 'IU',
  appointments: 'IU',
  appraisal_appeals: 'IU',
  appraisal_sheets: 'IU',
  appraisal_values: 'IU',
  appraisals: 'IU',
  assignments: 'IU',
  attachment_reads: 'I',
  attachments: 'I',
  ballots: '',
  batches: 'IU',
  boxed_ballots: 'I',
  calendar_days: 'ID',
  cases: 'IU',
  chain_heads: 'IU',
  checkpoints: 'I',
  channels: 'IU',
  closures: 'IU',
  commitments: 'IU',
  complaints: 'IU',
  coordination_requests: 'IU',
  counties: 'I',
  credentials: 'IU',
  criterion_exceptions: 'I',
  decisions: 'I',
  deliveries: 'IU',
  digests: 'I',
  disclosed_commitments: 'ID',
  disclosure_switches: 'I',
  draws: 'IU',
  events: 'I',
  document_reads: 'I',
  documents: 'IU',
  extensions: 'IU',
  findings: 'IU',
  follow_ups: 'IU',
  follows: 'ID',
  former_holders: 'IU',
  held_ballots: 'ID',
  idempotency_keys: 'IUD',
  inspection_rounds: 'IU',
  instructions: 'IU',
  internal_notes: 'I',
  leading_posts: 'IUD',
  ledger_imports: 'I',
  material_requests: 'IU',
  measures: 'IU',
  meetings: 'IU',
  notice_findings: 'ID',
  notice_replies: 'IU',
  notice_series: 'IU',
  organisations: 'IU',
  paper_entries: 'I',
  plan_measures: 'IUD',
  plans: 'IU',
  problem_kinds: 'I',
  problems: 'IU',
  progress_updates: 'I',
  regulations: 'IU',
  reminder_settings: 'IU',
  reminder_steps: 'IU',
  reminders: 'IU',
  reset_requests: 'IU',
  reserve_cadres: 'IU',
  residence_months: 'IU',
  retired_tokens: '',
  round_picks: 'IU',
  rule_sets: 'I',
  saved_views: 'IUD',
  security_log: 'I',
  sessions: 'IUD',
  sign_in_throttles: 'IUD',
  slot_duties: 'IU',
  supervision_notices: 'IU',
  survey_issues: 'IU',
  survey_results: 'IU',
  survey_tokens: 'IUD',
  survey_wishes: '',
  surveys: 'IU',
  spot_check_inspectors: 'IU',
  spot_check_reports: 'I',
  spot_checks: 'IU',
  townships: 'IU',
  unchanged_reports: 'I',
  users: 'IU',
  village_changes: 'I',
  villages: 'IU',
  webhook_subscriptions: 'IU',
  visits: 'IU',
  watch_listings: 'IU',
  watch_replies: 'I',
  work_records: 'IU',
}

const commands = { r: 'SELECT', a: 'INSERT', w: 'UPDATE', d: 'DELETE' } as const

/**
 * What is wrong with the second wall: a table without row-level security, a granted command without
 * a policy for it, a grant that no verb needs or one that is missing, a table nobody wrote down.
 */
export async function wallGaps(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{
    name: string
    rls: boolean
    granted: string[]
    policed: string[]
  }>(`
    SELECT c.relname AS name, c.relrowsecurity AS rls,
      ARRAY(SELECT p FROM unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) p
        WHERE has_table_privilege('ovop_app', c.oid, p)) AS granted,
      ARRAY(SELECT polcmd::text FROM pg_policy WHERE polrelid = c.oid
        AND polroles @> ARRAY['ovop_app'::regrole::oid]) AS policed
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    ORDER BY c.relname`)
  return rows.flatMap(({ name, rls, granted, policed }) => {
    if (exemptions[name]) {
      return granted.join() === 'SELECT' ? [] : [`${name}: exempt, but granted ${granted}`]
    }
    const gaps: string[] = []
    const expected = writes[name]
    if (expected === undefined) gaps.push(`${name}: not written down in tests/support/wall.ts`)
    if (!rls) gaps.push(`${name}: no row-level security`)
    for (const [letter, command] of Object.entries(commands)) {
      if (granted.includes(command) && !policed.includes(letter) && !policed.includes('*')) {
        gaps.push(`${name}: ${command} granted without a policy`)
      }
    }
    const wanted = [
      'SELECT',
      ...[...(expected ?? '')].map((one) => ({ I: 'INSERT', U: 'UPDATE', D: 'DELETE' })[one]),
    ]
    if (expected !== undefined && granted.join() !== wanted.join()) {
      gaps.push(`${name}: granted ${granted}, needed ${wanted}`)
    }
    return gaps
  })
}

/** Foreign keys and scope columns that no index leads with: a list or a policy would read every row. */
export async function missingIndexes(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ gap: string }>(
    `
    WITH wanted AS (
      SELECT conrelid AS rel, conkey[1] AS col, 'foreign key' AS why FROM pg_constraint
        WHERE contype = 'f' AND connamespace = 'public'::regnamespace
      UNION
      SELECT a.attrelid, a.attnum, 'list filter' FROM pg_attribute a
        JOIN unnest($1::text[]) f ON a.attrelid = split_part(f, '.', 1)::regclass AND a.attname = split_part(f, '.', 2)
      UNION
      SELECT a.attrelid, a.attnum, 'case data' FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'case_id')
    SELECT w.rel::regclass || '.' || a.attname || ': no index for this ' || string_agg(w.why, ', ' ORDER BY w.why) AS gap
    FROM wanted w JOIN pg_attribute a ON a.attrelid = w.rel AND a.attnum = w.col
    WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = w.rel AND i.indkey[0] = w.col AND i.indpred IS NULL)
      AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = w.rel AND i.indpred IS NULL
        AND (i.indkey::int2[])[0] = (SELECT attnum FROM pg_attribute WHERE attrelid = w.rel AND attname = 'county_id')
        AND (i.indkey::int2[])[1] = w.col AND w.why = 'list filter')
    GROUP BY w.rel, a.attname ORDER BY 1`,
    [filters],
  )
  return rows.map((row) => row.gap)
}

/** Columns by which the lists of the product filter or page, besides foreign keys. */
const filters = [
  'cases.stage',
  'cases.red_on',
  'cases.yellow_on',
  'cases.batch_id',
  'cases.township_id',
  'problems.category',
  'villages.pinyin',
  'villages.initials',
  'villages.code',
  'village_changes.code_before',
  'village_changes.pinyin',
  'village_changes.initials',
  'users.name',
  'users.account',
  'appointments.user_id',
  'appointments.confirmed_at',
  'assignments.organisation_id',
  'assignments.user_id',
  'acceptance_members.user_id',
  'measures.organisation_id',
  'measures.person_user_id',
  'measures.status',
  'extensions.status',
  'acceptances.status',
  'follow_ups.done_on',
  'coordination_requests.status',
  'coordination_requests.township_id',
  'coordination_requests.department_id',
  'coordination_requests.red_on',
  'instructions.organisation_id',
  'instructions.answered_on',
  'meetings.held_on',
  'residence_months.township_id',
  'commitments.village_id',
  'commitments.township_id',
  'commitments.status',
  'commitments.level',
  'commitments.due_on',
  'visits.village_id',
  'visits.author_id',
  'visits.township_id',
  'visits.day',
  'spot_checks.state',
  'spot_checks.township_id',
  'spot_checks.village_id',
  'spot_check_inspectors.user_id',
  'findings.state',
  'findings.township_id',
  'findings.village_id',
  'supervision_notices.status',
  'supervision_notices.red_on',
  'supervision_notices.village_id',
  'supervision_notices.township_id',
  'material_requests.township_id',
  'material_requests.state',
  'work_records.village_id',
  'work_records.author_id',
  'work_records.township_id',
  'work_records.day',
  'work_records.kind',
  'watch_listings.state',
  'appraisal_appeals.answered_on',
  'security_log.at',
  'events.at',
  'sessions.last_seen_at',
  'idempotency_keys.created_at',
]
