import { beforeAll, describe, expect, test } from 'vitest'
import { can, permissions } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { newId } from '@/lib/ids'
import { Prisma } from '@/prisma/generated/client'
import { passes, undone } from '@/tests/support/attempts'
import { addCast, cast, type Part, play } from '@/tests/support/cast'
import { databaseOfThisFile } from '@/tests/support/database'
import type { Row } from '@/tests/support/plant'
import { appointmentId, batchId, kase, plantTwoCases, stranger } from '@/tests/support/two-cases'
import { writes } from '@/tests/support/wall'
import { makeWorld, type World } from '@/tests/support/world'
import { chainsBegun, ownOnly, systemOnly, writesOf } from '@/tests/support/writes-of'

const { owner } = databaseOfThisFile()
let world: World

beforeAll(async () => {
  world = await makeWorld()
  await addCast(world)
  await plantTwoCases(owner, world)
})

/** The row a write is tried on: the case's own, or one of the county that is nobody's in particular. */
const which: Record<string, string> = {
  cases: `id = '${kase.id}'`,
  batches: `id = '${batchId}'`,
  reminder_settings: `user_id = '${stranger}'`,
  complaints: `author_id = '${stranger}'`,
  users: `id = '${stranger}'`,
  appointments: `id = '${appointmentId}'`,
  credentials: `user_id = '${stranger}'`,
  sessions: `user_id = '${stranger}'`,
  reset_requests: `user_id = '${stranger}'`,
  access_tokens: `user_id = '${stranger}'`,
  saved_views: `user_id = '${stranger}'`,
  idempotency_keys: `user_id = '${stranger}'`,
  security_log: `user_id = '${stranger}'`,
  villages: `township_id = '${kase.townshipId}'`,
  village_changes: `township_id = '${kase.townshipId}'`,
  leading_posts: `township_id = '${kase.townshipId}'`,
  former_holders: `township_id = '${kase.townshipId}'`,
  reserve_cadres: `township_id = '${kase.townshipId}'`,
  regulations: `township_id = '${kase.townshipId}'`,
  documents: `county_id = '450223'`,
  document_reads: `county_id = '450223'`,
  organisations: `county_id = '450223' AND kind = 'TOWNSHIP'`,
  townships: `id = '${kase.townshipId}'`,
  rule_sets: `county_id = '450223'`,
  ledger_imports: `county_id = '450223'`,
  meetings: `county_id = '450223'`,
  watch_listings: `county_id = '450223'`,
  watch_replies: `county_id = '450223'`,
  appraisals: `county_id = '450223'`,
  inspection_rounds: `county_id = '450223'`,
  draws: `county_id = '450223'`,
  round_picks: `county_id = '450223'`,
  appraisal_sheets: `county_id = '450223'`,
  appraisal_values: `county_id = '450223'`,
  appraisal_appeals: `county_id = '450223'`,
  disclosure_switches: `county_id = '450223'`,
  disclosed_commitments: `county_id = '450223'`,
  survey_issues: `county_id = '450223'`,
  survey_tokens: `county_id = '450223'`,
  held_ballots: `county_id = '450223'`,
  boxed_ballots: `county_id = '450223'`,
  paper_entries: `county_id = '450223'`,
}
const place = (table: string) => which[table] ?? ''

async function sample(table: string): Promise<Row> {
  const own = await owner.query(
    `SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = $1::regclass AND attname = 'case_id') AS own`,
    [table],
  )
  if (own.rows[0].own) which[table] = `case_id = '${kase.id}'`
  const { rows } = await owner.query(
    `SELECT to_jsonb(t) AS row FROM ${table} t ${place(table) ? `WHERE ${place(table)}` : ''} LIMIT 1`,
  )
  return rows[0]?.row ?? {}
}

/** The row as this viewer would write it: a new one, signed by them where a row says whose it is. */
function signed(table: string, row: Row, viewer: Viewer): Row {
  const by: Record<string, Row> = {
    cases: { stage: 'CANDIDATE', batch_id: null },
    attachments: { uploaded_by_id: viewer.userId },
    attachment_reads: { reader_id: viewer.userId },
    coordination_requests: { raised_by_id: viewer.userId },
    instructions: { recorded_by_id: viewer.userId, leader_id: viewer.userId },
    visits: { author_id: viewer.userId },
    // The county office writes on money and the like, a leader on help given.
    work_records: {
      author_id: viewer.userId,
      kind: viewer.grants.some(({ role }) => role === 'COUNTY_OFFICE') ? 'FUNDS' : 'HELP_GIVEN',
    },
    surveys: { opened_by_id: viewer.userId, state: 'OPEN' },
    survey_issues: { by_id: viewer.userId },
    paper_entries: { by_id: viewer.userId },
    survey_results: { published: false },
    spot_checks: { assigned_by_id: viewer.userId },
    spot_check_inspectors: { user_id: newId() },
    // From outside, the only ones the county office enters.
    findings: { recorded_by_id: viewer.userId, spot_check_id: null, origin: 'AUDIT' },
    material_requests: { requested_by_id: viewer.userId },
    meetings: { called_by_id: viewer.userId, held_on: '2026-05-05' },
    unchanged_reports: { by_id: viewer.userId, measure_id: kase.ids.measures },
    residence_months: { entered_by_id: viewer.userId, month: '2020-01' },
    commitments: { entered_by_id: viewer.userId },
    supervision_notices: {
      ...{ drafted_by_id: viewer.userId, status: 'DRAFTED', signed_on: null },
      ...{ year: null, number: null },
    },
    notice_replies: { author_id: viewer.userId, number: 2 },
    notice_series: { id: newId() },
    webhook_subscriptions: { asked_by_id: viewer.userId },
    documents: { published_by_id: viewer.userId },
    document_reads: {
      reader_id: viewer.userId,
      organisation_id: viewer.grants[0]?.organisationId,
    },
    regulations: { code: 'ANOTHER' },
    watch_listings: { decided_by_id: viewer.userId, member_name: newId() },
    watch_replies: { by_id: viewer.userId },
    inspection_rounds: { created_by_id: viewer.userId, number: 99 },
    draws: { frozen_by_id: viewer.userId, number: 99 },
    round_picks: {
      picked_by_id: viewer.userId,
      village_id: world.villages['A.0.5'],
    },
    appraisals: {
      ...{ opened_by_id: viewer.userId, year: 2000, state: 'OPEN' },
      ...{ announced_on: null, computed_on: null, appeal_until: null },
    },
    appraisal_appeals: { by_id: viewer.userId },
    disclosure_switches: { by_id: viewer.userId },
    internal_notes: { recorded_by_id: viewer.userId, field: 'other' },
    events: { actor_id: viewer.userId, seq: 2 },
    appointments: { granted_by_id: viewer.userId },
    ledger_imports: { imported_by_id: viewer.userId },
    reset_requests: { asked_by_id: viewer.userId, kind: 'SECOND_FACTOR' },
  }
  return {
    ...row,
    ...('id' in row && !/^\d+$/.test(String(row.id)) ? { id: newId() } : {}),
    ...by[table],
  }
}

function statementOf(command: string, table: string, row: Row, viewer: Viewer): Prisma.Sql {
  const name = Prisma.raw(table)
  const where = Prisma.raw(place(table) ? `WHERE ${place(table)}` : '')
  if (command === 'D') return Prisma.sql`DELETE FROM ${name} ${where}`
  if (command === 'I') {
    const json = JSON.stringify(signed(table, row, viewer))
    return Prisma.sql`INSERT INTO ${name} SELECT (jsonb_populate_record(null::${name}, ${json}::jsonb)).*`
  }
  const changes: Record<string, string> = {
    chain_heads: 'seq = seq + 1',
    cases: 'red_on = red_on',
    residence_months: `entered_by_id = '${viewer.userId}'`,
  }
  const change = changes[table]
  const column = Object.keys(row)[0]
  return Prisma.sql`UPDATE ${name} SET ${Prisma.raw(change ?? `"${column}" = "${column}"`)} ${where}`
}

const granted = Object.entries(writes).flatMap(([table, letters]) =>
  [...letters].map((command) => ({ table, command, key: `${table} ${command}` })),
)

describe('the database lets a table be written exactly by whom the rulebook lets', () => {
  test('every granted write is needed by a permission, or by a system viewer, or one’s own', () => {
    const needed = [...Object.values(writesOf).flat(), ...systemOnly, ...ownOnly, ...chainsBegun]
    expect(granted.map(({ key }) => key).sort()).toEqual([...new Set(needed)].sort())
  })

  test.each(cast)('%s', async (part: Part) => {
    const viewer = await play(world, part)
    const measure = { organisationId: viewer.grants[0]?.organisationId ?? '', personUserId: null }
    const subject = { countyId: '450223', townshipId: kase.townshipId, caseId: kase.id, measure }
    const mine = permissions.filter((permission) => can(viewer, permission, subject))
    const expected = new Set(mine.flatMap((permission) => writesOf[permission]))
    if (expected.has('events I')) expected.add('chain_heads I')
    const samples = new Map<string, Row>()
    for (const { table } of granted) {
      if (!samples.has(table)) samples.set(table, await sample(table))
    }
    const found = await undone(viewer, async (tx) => {
      const through: string[] = []
      for (const { table, command, key } of granted) {
        const row = samples.get(table) ?? {}
        expect([table, Object.keys(row).length > 0]).toEqual([table, true])
        if (await passes(tx, statementOf(command, table, row, viewer))) through.push(key)
      }
      return through
    })
    expect(found.sort()).toEqual([...expected].sort())
  })
})
