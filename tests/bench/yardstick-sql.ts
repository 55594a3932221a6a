import type { Asked, Known } from './yardstick'

type Statement = readonly [sql: string, values: readonly unknown[]]

const light = `c.stage, c.paused, c.paused_on, c.yellow_on, c.red_on, c.yellow_reason, c.red_reason, c.next_reason,
  c.consolidation_until, c.closed_on`
const place = 'v.name AS village, v.demo, t.name AS township, b.name AS batch'
const placed = `JOIN villages v ON v.id = c.village_id JOIN townships t ON t.id = c.township_id
  LEFT JOIN batches b ON b.id = c.batch_id`
const measure = `m.id, m.number, m.title, m.percent, m.due_on, m.yellow_on, m.red_on, m.organisation_name, m.person_name,
  (SELECT count(*) FROM extensions x WHERE x.measure_id = m.id AND x.status = 'GRANTED') AS extensions`

const officeQueue = `
  SELECT c.id, ${place}, ${light}, c.pauses, b.rule_set_id,
    (SELECT json_agg(json_build_object('number', p.number, 'by', p.submitted_by_id, 'on', p.submitted_on, 'reason', p.return_reason))
       FROM plans p WHERE p.case_id = c.id AND p.status = 'SUBMITTED') AS plans,
    (SELECT json_agg(json_build_object('id', x.id, 'old', x.old_due_on, 'new', x.new_due_on, 'reason', x.reason, 'measure', m.title))
       FROM extensions x JOIN measures m ON m.id = x.measure_id WHERE x.case_id = c.id AND x.status = 'REQUESTED') AS extensions,
    (SELECT json_agg(json_build_object('level', a.level, 'status', a.status, 'total', a.total, 'grade', a.grade) ORDER BY a.round DESC)
       FROM acceptances a WHERE a.case_id = c.id) AS acceptances,
    (SELECT json_agg(p.title) FROM (SELECT title FROM problems WHERE case_id = c.id ORDER BY number LIMIT 4) p) AS problems
  FROM cases c ${placed}
  WHERE c.county_id = $1 AND NOT c.paused AND (c.stage IN ('CANDIDATE', 'PLAN_REVIEW', 'COUNTY_ACCEPTANCE')
    OR (c.stage = 'CONSOLIDATING' AND (c.consolidation_until IS NULL OR c.consolidation_until <= current_date))
    OR (c.stage = 'RECTIFYING' AND (EXISTS (SELECT FROM plans p WHERE p.case_id = c.id AND p.status = 'SUBMITTED')
      OR EXISTS (SELECT FROM extensions x WHERE x.case_id = c.id AND x.status = 'REQUESTED'))))
  ORDER BY c.red_on NULLS LAST, c.id LIMIT 200`

const townshipQueue = `
  SELECT c.id, ${place}, ${light}, c.confirmed_on,
    (SELECT json_agg(json_build_object('status', p.status, 'reason', p.return_reason))
       FROM plans p WHERE p.case_id = c.id AND p.status IN ('DRAFT', 'SUBMITTED')) AS plans,
    (SELECT json_agg(to_json(o) ORDER BY o.due_on)
       FROM (SELECT ${measure} FROM measures m WHERE m.case_id = c.id AND m.status = 'OPEN') o) AS measures,
    (SELECT json_agg(json_build_object('title', p.title, 'status', p.status, 'by', p.reported_by_id, 'solved', p.solved_by_id) ORDER BY p.number)
       FROM problems p WHERE p.case_id = c.id AND p.status <> 'VERIFIED') AS problems,
    (SELECT json_agg(json_build_object('level', a.level, 'on', a.opened_on, 'by', a.applied_by_id))
       FROM acceptances a WHERE a.case_id = c.id AND a.status = 'OPEN') AS acceptances
  FROM cases c ${placed}
  WHERE c.county_id = $1 AND c.township_id = ANY ($2) AND NOT c.paused AND c.stage IN ('PLANNING', 'RECTIFYING', 'TOWNSHIP_ACCEPTANCE')
  ORDER BY c.red_on NULLS LAST, c.id LIMIT 200`

const followUps = `
  SELECT f.id, f.month, f.due_on, f.yellow_on, f.red_on, c.id AS case_id, ${place}
  FROM follow_ups f JOIN cases c ON c.id = f.case_id ${placed}
  WHERE f.county_id = $1 AND f.township_id = ANY ($2) AND f.done_on IS NULL AND f.yellow_on <= current_date AND c.stage = 'CLOSED'
  ORDER BY f.due_on LIMIT 200`

const workerQueue = `
  SELECT ${measure}, c.id AS case_id, ${place} FROM measures m JOIN cases c ON c.id = m.case_id ${placed}
  WHERE m.case_id = ANY ($1) AND m.status = 'OPEN' AND c.stage = 'RECTIFYING' AND NOT c.paused
    AND (m.organisation_id IN (SELECT organisation_id FROM appointments WHERE user_id = $2) OR m.person_user_id = $2)
  ORDER BY m.due_on LIMIT 200`

const inspectorQueue = `
  SELECT a.id, a.level, a.opened_on, a.yellow_on, a.red_on, c.id AS case_id, ${place}
  FROM acceptances a JOIN cases c ON c.id = a.case_id ${placed}
  WHERE a.county_id = $1 AND a.status = 'OPEN' AND EXISTS (SELECT FROM acceptance_members m WHERE m.acceptance_id = a.id AND m.user_id = $2)
  ORDER BY a.red_on LIMIT 200`

const linked = `SELECT c.id, ${place}, ${light} FROM cases c ${placed}
  WHERE c.county_id = $1 AND c.id = ANY ($2) ORDER BY c.red_on NULLS LAST, c.id DESC LIMIT 200`

const overview = `SELECT c.batch_id, c.township_id, c.stage, c.paused, count(*), min(c.yellow_on), min(c.red_on)
  FROM cases c WHERE c.county_id = $1 GROUP BY 1, 2, 3, 4`
const batches = 'SELECT id, number, name, year FROM batches WHERE county_id = $1 ORDER BY number'
const townships = 'SELECT id, name FROM townships WHERE county_id = $1 ORDER BY id'
const soon = (due: string) => `${due} BETWEEN current_date AND current_date + 14`
/** What falls due of one table within 14 days, on cases that are not paused. */
const dueOf = (table: string, title: string, due: string, where: string) =>
  `(SELECT x.id, '${table}', c.id AS case_id, ${title} AS title, c.village_id, ${due} AS due, x.yellow_on, x.red_on
   FROM ${table} x JOIN cases c ON c.id = x.case_id
   WHERE x.county_id = $1 AND NOT c.paused AND ${where} AND ${soon(due)} ORDER BY due, x.id LIMIT 50)`
const deadlines = `SELECT d.*, v.name AS village FROM (${[
  dueOf('measures', 'x.title', 'x.due_on', `x.status = 'OPEN' AND c.stage = 'RECTIFYING'`),
  dueOf(
    'extensions',
    `(SELECT title FROM measures m WHERE m.id = x.measure_id)`,
    'x.red_on - 1',
    `x.status = 'REQUESTED' AND c.stage = 'RECTIFYING'`,
  ),
  dueOf('coordination_requests', 'x.title', 'x.red_on - 1', 'TRUE'),
  dueOf('instructions', 'x.leader_name', 'x.red_on - 1', 'x.answered_on IS NULL'),
  dueOf('acceptances', 'x.level::text', 'x.red_on - 1', `x.status = 'OPEN'`),
  dueOf('follow_ups', 'x.month::text', 'x.due_on', `x.done_on IS NULL AND c.stage = 'CLOSED'`),
  `(SELECT c.id, c.next_reason ->> 'subject', c.id, '', c.village_id, c.next_due_on AS due, c.yellow_on, c.red_on FROM cases c
   WHERE c.county_id = $1 AND NOT c.paused AND c.next_reason ->> 'subject' IN ('candidate', 'plan', 'planReview') AND ${soon('c.next_due_on')}
   ORDER BY due, c.id LIMIT 50)`,
].join(' UNION ALL ')}) d JOIN villages v ON v.id = d.village_id ORDER BY d.due, d.id LIMIT 50`
const waiting = `SELECT count(*) FROM appointments WHERE county_id = $1 AND confirmed_at IS NULL AND dropped_at IS NULL`
const figures = `SELECT status, count(*) FROM users WHERE county_id = $1 GROUP BY 1`
const active = `SELECT count(*) FROM organisations WHERE county_id = $1 AND active`

const order = 'ORDER BY c.paused, c.red_on NULLS LAST, c.id DESC'
/** One page of a county's cases, found in their order before anything is joined to them. */
export const listPage = (limit: number, where = '') => `
  SELECT c.id, c.version, c.origin, c.stage_since, c.next_due_on, v.code, ${place}, t.id AS township_id, b.id AS batch_id,
    b.number AS batch_number, ${light}
  FROM (SELECT * FROM cases c WHERE c.county_id = $1 ${where} ${order} LIMIT ${limit}) c ${placed} ${order}`
/** Rows after a case of the default order that is not paused and has a red day. */
const further = `AND (c.paused OR c.red_on > $2::date OR c.red_on IS NULL OR (c.red_on = $2::date AND c.id < $3::uuid))`
export const byStage = 'SELECT stage, count(*)::int FROM cases WHERE county_id = $1 GROUP BY 1'
const kinds = `SELECT code, category, title_zh, title_en FROM problem_kinds WHERE valid_to IS NULL ORDER BY category, code`

const part = (columns: string, from: string, order: string) =>
  `(SELECT json_agg(to_json(o)) FROM (SELECT ${columns} FROM ${from} ORDER BY ${order}) o)`
const wholeCase = `
  SELECT c.*, ${place}, v.code, v.households, v.population, v.party_members, v.party_groups, v.collective_income,
    (SELECT count(*) FROM reserve_cadres rc WHERE rc.village_id = v.id AND rc.to_on IS NULL) AS reserves, v.facts_on, r.content AS rules,
    ${part('id, title, holder_name', 'leading_posts WHERE village_id = v.id', 'position')} AS posts,
    ${part('p.id, p.number, p.category, p.title, p.cause, p.evidence, p.status, p.solution, p.verification, p.reported_by_id, p.solved_by_id, p.solved_by_name, p.verified_by_id, k.title_zh, k.title_en', 'problems p JOIN problem_kinds k ON k.id = p.kind_id WHERE p.case_id = c.id', 'p.number')} AS problems,
    ${part('number, title, move, status, percent, yellow_on, red_on', 'measures WHERE case_id = c.id', 'number')} AS measures,
    ${part('s.slot, s.person_name, s.person_post, s.from_on, s.user_id, o.name', 'assignments s LEFT JOIN organisations o ON o.id = s.organisation_id WHERE s.case_id = c.id', 's.slot')} AS assignments,
    ${part('purpose, step, body, decided_on, document_no, result', 'decisions WHERE case_id = c.id', 'decided_on')} AS decisions,
    ${part('number, status, submitted_by_id, submitted_on', 'plans WHERE case_id = c.id', 'number')} AS plans,
    ${part('measure_id', `extensions WHERE case_id = c.id AND status = 'REQUESTED'`, 'id')} AS extensions,
    ${part('level, status, opened_on, decided_on, total, (SELECT json_agg(to_json(m)) FROM acceptance_members m WHERE m.acceptance_id = a.id) AS members', 'acceptances a WHERE case_id = c.id', 'round')} AS acceptances,
    ${part('criterion, reason', 'criterion_exceptions WHERE case_id = c.id', 'criterion')} AS exceptions,
    ${part('number, basis, summary, closed_on', 'closures WHERE case_id = c.id AND annulled_on IS NULL', 'closed_on')} AS closures,
    ${part('month, due_on, done_on, result, yellow_on, red_on', 'follow_ups WHERE case_id = c.id', 'month')} AS follow_ups,
    ${part('id, stage, proposed_on, closed_on', 'cases l WHERE l.id = c.previous_case_id OR l.previous_case_id = c.id', 'proposed_on')} AS linked,
    ${part('subject_id, subject_kind, field, text', 'internal_notes WHERE case_id = c.id', 'created_at')} AS internal,
    ${part('seq, at, occurred_on, kind, actor_name, actor_role, details', 'events WHERE case_id = c.id', 'seq DESC LIMIT 6')} AS events
  FROM cases c ${placed} LEFT JOIN rule_sets r ON r.id = b.rule_set_id WHERE c.id = $1`

/** One case as the API shows it. */
export const apiCase = `
  SELECT c.*, ${place}, v.code, t.id AS township_id, b.number AS batch_number,
    ${part('p.id, p.number, p.category, p.title, p.status, p.version, k.code AS kind', 'problems p JOIN problem_kinds k ON k.id = p.kind_id WHERE p.case_id = c.id', 'p.number')} AS problems,
    ${part('id, number, move, title, organisation_name, person_name, due_on, percent, status, version', 'measures WHERE case_id = c.id', 'number')} AS measures,
    ${part('s.slot, s.person_name, s.person_post, s.from_on, o.name', 'assignments s LEFT JOIN organisations o ON o.id = s.organisation_id WHERE s.case_id = c.id AND s.to_on IS NULL', 's.slot')} AS assignments
  FROM cases c ${placed} WHERE c.id = $1`

/** Batches with their cases by stage, historical and excepted ones apart. */
export const apiBatches = `
  SELECT b.id, b.number, b.name, b.year, c.stage, c.origin, count(*)::int,
    count(*) FILTER (WHERE EXISTS (SELECT FROM criterion_exceptions e WHERE e.case_id = c.id))::int AS excepted
  FROM batches b LEFT JOIN cases c ON c.batch_id = b.id AND c.stage NOT IN ('CANDIDATE', 'NOT_CONFIRMED')
  WHERE b.county_id = $1 GROUP BY b.id, c.stage, c.origin ORDER BY b.number`

const named = '(v.name LIKE $2 OR v.pinyin LIKE $2 OR v.initials LIKE $2 OR v.code LIKE $2)'
const searches = [
  `SELECT c.id, c.version, c.origin, c.stage_since, c.next_due_on, v.code, ${place}, ${light} FROM cases c ${placed}
   WHERE c.county_id = $1 AND (${named} OR EXISTS (SELECT FROM closures o WHERE o.case_id = c.id AND o.number LIKE $2))
   ORDER BY c.id DESC LIMIT 9`,
  `SELECT v.id, v.code, v.name, v.demo, v.pinyin, v.initials, t.id AS township_id, t.name AS township
   FROM villages v JOIN townships t ON t.id = v.township_id WHERE v.county_id = $1 AND ${named} ORDER BY v.code LIMIT 60`,
  'SELECT id, name, number, year FROM batches WHERE county_id = $1 AND name LIKE $2 ORDER BY number DESC',
  'SELECT id, name FROM organisations WHERE county_id = $1 AND active AND name LIKE $2 ORDER BY name LIMIT 60',
  'SELECT id, name, account, post FROM users WHERE county_id = $1 AND (name LIKE $2 OR account LIKE $2) ORDER BY name LIMIT 60',
]

const visitLines = (where: string, limit: number) => `
  SELECT x.id, x.case_id, x.kind, x.day, x.found, x.settled, x.task, x.task_person, x.task_due_on, x.task_done_on, x.met,
    x.met_count, x.author_name, x.organisation_name, x.role, x.entered_on, x.withdrawn_on, v.id AS village_id, v.code, v.name, v.demo
  FROM (SELECT * FROM visits WHERE ${where} ORDER BY day DESC, id DESC LIMIT ${limit}) x JOIN villages v ON v.id = x.village_id
  ORDER BY x.day DESC, x.id DESC`

/** What stands on every home: documents to read, the next meeting, letters to answer. */
const unread = `SELECT d.id, d.title, d.document_no FROM documents d WHERE d.county_id = $1 AND d.repealed_on IS NULL
  AND NOT EXISTS (SELECT FROM documents n WHERE n.supersedes_id = d.id)
  AND NOT EXISTS (SELECT FROM document_reads r WHERE r.document_id = d.id AND r.reader_id = $2)
  AND d.reader_roles::text[] && $3::text[] ORDER BY d.published_on DESC, d.id DESC LIMIT 5`
const meeting = `SELECT id, held_on, called_at FROM meetings
  WHERE county_id = $1 AND cancelled_on IS NULL AND held_on >= current_date ORDER BY held_on LIMIT 1`
const letter = 'v.name AS village, v.demo, t.name AS township'
const ofVillage =
  'LEFT JOIN villages v ON v.id = x.village_id LEFT JOIN townships t ON t.id = v.township_id'
const requests = `SELECT x.id, x.title, x.status, x.return_reason, x.yellow_on, x.red_on, ${letter} FROM coordination_requests x ${ofVillage}
  WHERE x.county_id = $1 AND x.status IN ('RAISED', 'ROUTED', 'ANSWERED') ORDER BY x.red_on, x.id LIMIT 200`
const instructions = `SELECT x.id, x.leader_name, x.given_on, x.text, x.yellow_on, x.red_on, ${letter} FROM instructions x ${ofVillage}
  WHERE x.county_id = $1 AND x.answered_on IS NULL ORDER BY x.red_on, x.given_on LIMIT 200`
const commitments = `SELECT x.id, x.level, x.position, x.text, x.status, x.due_on, ${letter} FROM commitments x ${ofVillage}
  WHERE x.county_id = $1 AND (x.status IN ('DRAFTED', 'CARRIED_OUT') OR (x.status = 'PUBLISHED' AND x.due_on < current_date))
  ORDER BY x.due_on, x.id LIMIT 200`

/** The cases a visit may be logged on, with their problems and measures. */
const enterable = `SELECT c.id, v.id AS village_id, v.name, v.demo,
    ${part('id, number, title', 'problems WHERE case_id = c.id', 'number')} AS problems,
    ${part('id, number, title', `measures WHERE case_id = c.id AND status <> 'CANCELLED'`, 'number')} AS measures
  FROM cases c JOIN villages v ON v.id = c.village_id
  WHERE c.county_id = $1 AND c.id = ANY ($2) AND NOT c.paused AND c.stage NOT IN ('CLOSED', 'NOT_CONFIRMED') ORDER BY c.village_id LIMIT 200`
const colleagues = `SELECT DISTINCT u.id, u.name FROM appointments own JOIN appointments a ON a.organisation_id = own.organisation_id
    JOIN users u ON u.id = a.user_id
  WHERE own.user_id = $2 AND a.county_id = $1 AND a.user_id <> $2 AND a.confirmed_at IS NOT NULL
    AND a.from_on <= current_date AND (a.to_on IS NULL OR a.to_on >= current_date) LIMIT 50`

/** A village with its leading team, changes, cases and latest visits. */
const wholeVillage = `
  SELECT v.*, t.name AS township,
    ${part('p.id, p.title, p.holder_name, p.from_on', 'leading_posts p WHERE p.village_id = v.id', 'p.position')} AS posts,
    ${part('r.id, r.name, r.from_on', 'reserve_cadres r WHERE r.village_id = v.id AND r.to_on IS NULL', 'r.id')} AS reserves,
    ${part('g.kind, g.effective_on, g.document_no, g.name_before, g.name_after', 'village_changes g WHERE g.village_id = v.id OR g.successor_id = v.id', 'g.effective_on')} AS changes,
    ${part('c.id, c.stage, c.paused, c.origin, c.proposed_on, c.closed_on, c.yellow_on, c.red_on, b.name', 'cases c LEFT JOIN batches b ON b.id = c.batch_id WHERE c.village_id = v.id', 'c.proposed_on')} AS cases
  FROM villages v JOIN townships t ON t.id = v.township_id WHERE v.id = $1`

/** The statements of a page for this person. */
export function statementsFor(asked: Asked, known: Known): Statement[] {
  const county = [known.countyId]
  const own: Statement = [linked, [...county, known.cases]]
  const watched: Statement[] = [overview, batches, townships, deadlines].map((sql) => [sql, county])
  if (asked.page === 'case') return [[wholeCase, [asked.caseId]]]
  if (asked.page === 'visits') {
    const lines: Statement = asked.mine
      ? [visitLines('county_id = $1 AND author_id = $2', 51), [...county, known.userId]]
      : [visitLines('county_id = $1', 51), county]
    return [lines, [townships, county]]
  }
  if (asked.page === 'village') {
    const only = [asked.villageId]
    return [
      [wholeVillage, only],
      [visitLines('village_id = $1', 6), only],
    ]
  }
  if (asked.page === 'search') return searches.map((sql) => [sql, [...county, `%${asked.words}%`]])
  if (asked.page === 'list') {
    const rows: Statement = asked.after
      ? [listPage(51, further), [...county, asked.after.redOn, asked.after.id]]
      : [listPage(51), county]
    const choices: Statement[] = [batches, townships, byStage].map((sql) => [sql, county])
    return [...choices, [kinds, []], rows]
  }
  if (asked.page === 'visitForm')
    return [
      [enterable, [...county, known.cases]],
      [colleagues, [...county, known.userId]],
    ]
  const letters: Statement[] = [requests, instructions].map((sql) => [sql, county])
  const reads: Statement = [unread, [...county, known.userId, known.roles]]
  const logged: Statement[] = [
    [visitLines('county_id = $1 AND author_id = $2', 6), [...county, known.userId]],
    [meeting, county],
  ]
  const judged: Statement = [commitments, county]
  const homes: Record<typeof asked.role, Statement[]> = {
    office: [[officeQueue, county], ...letters, judged, ...watched, [waiting, county], reads],
    leader: [...watched, own, ...logged, reads],
    township: [
      [townshipQueue, [...county, known.townships]],
      [followUps, [...county, known.townships]],
      ...letters,
      judged,
      ...watched,
      ...logged,
      reads,
    ],
    helper: [[workerQueue, [known.cases, known.userId]], own, ...letters, ...logged, reads],
    team: [[workerQueue, [known.cases, known.userId]], own, ...letters, ...logged, reads],
    inspector: [[inspectorQueue, [...county, known.userId]], own, reads],
    admin: [waiting, figures, active].map((sql) => [sql, county]),
  }
  return homes[asked.role]
}
