import { beforeAll, describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { diffDatabaseToSchema } from '@/lib/launch/schema-diff'
import { acceptedAt } from '@/tests/support/case-accepted'
import { databaseOfThisFile } from '@/tests/support/database'
import { fillTables } from '@/tests/support/full-database'
import { missingIndexes, publicTables, wallGaps, writes } from '@/tests/support/wall'
import { makeWorld } from '@/tests/support/world'

const { owner, app } = databaseOfThisFile()
const tables = Object.keys(writes)
const closed = tables.filter((table) => !publicTables.includes(table))

beforeAll(async () => {
  const world = await makeWorld()
  const { caseId } = await acceptedAt(world, 'CLOSED', { village: 'A.0.0' })
  await fillTables(owner, world, caseId)
})

describe('the wall', () => {
  test('stands around every table: row-level security, a policy per grant, no grant without need', async () => {
    expect(await wallGaps(owner)).toEqual([])
  })

  test('this check sees a table without a policy, a grant too many and one too few', async () => {
    await owner.query('CREATE TABLE forgotten (id int); GRANT SELECT ON forgotten TO ovop_app')
    await owner.query('GRANT DELETE ON cases TO ovop_app; REVOKE UPDATE ON plans FROM ovop_app')
    await owner.query('ALTER TABLE measures DISABLE ROW LEVEL SECURITY')
    const gaps = await wallGaps(owner)
    await owner.query('DROP TABLE forgotten; REVOKE DELETE ON cases FROM ovop_app')
    await owner.query(
      'GRANT UPDATE ON plans TO ovop_app; ALTER TABLE measures ENABLE ROW LEVEL SECURITY',
    )
    expect(gaps).toEqual([
      'cases: DELETE granted without a policy',
      expect.stringMatching(/^cases: granted SELECT,INSERT,UPDATE,DELETE, needed/),
      'forgotten: not written down in tests/support/wall.ts',
      'forgotten: no row-level security',
      'forgotten: SELECT granted without a policy',
      'measures: no row-level security',
      expect.stringMatching(/^plans: granted SELECT,INSERT, needed/),
    ])
    expect(await wallGaps(owner)).toEqual([])
  })

  test('the app role bypasses nothing, owns nothing, belongs to no other role, makes nothing', async () => {
    const { rows } = await owner.query(`
      SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owns,
        (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships,
        has_schema_privilege(r.oid, 'public', 'CREATE') OR has_schema_privilege(r.oid, 'app', 'CREATE') AS makes
      FROM pg_roles r WHERE rolname = 'ovop_app'`)
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owns: 0,
        memberships: 0,
        makes: false,
      },
    ])
  })

  test('two functions alone run with their owner’s rights: what nobody may read is counted there', async () => {
    const { rows } = await owner.query(`
      SELECT p.proname FROM pg_proc p WHERE p.pronamespace IN ('app'::regnamespace, 'public'::regnamespace) AND p.prosecdef ORDER BY 1`)
    expect(rows).toEqual([{ proname: 'close_box' }, { proname: 'survey_begun' }])
  })

  test('the tables are those of prisma/schema', async () => {
    const url = env().DATABASE_OWNER_URL ?? ''
    expect(await diffDatabaseToSchema(url, 'prisma/schema')).toBe('')
  })

  test('every foreign key, every case_id and every filter of a list has an index', async () => {
    expect(await missingIndexes(owner)).toEqual([])
  })

  test('this check sees a foreign key without an index', async () => {
    await owner.query('CREATE TABLE child (id int, case_id uuid REFERENCES cases)')
    const gaps = await missingIndexes(owner)
    await owner.query('DROP TABLE child')
    expect(gaps).toEqual(['child.case_id: no index for this case data, foreign key'])
  })
})

describe('without settings', () => {
  test('there is something to hide in every table', async () => {
    for (const table of tables) {
      const { rows } = await owner.query(`SELECT count(*)::int AS rows FROM ${table}`)
      expect([table, rows[0].rows]).not.toEqual([table, 0])
    }
  })

  test.each(closed)('%s shows no row and takes none', async (table) => {
    expect((await app.query(`SELECT count(*)::int AS rows FROM ${table}`)).rows).toEqual([
      { rows: 0 },
    ])
    const refused =
      /row-level security|permission denied|is not visible|lies elsewhere|not of this place/
    const { rows } = await owner.query(`SELECT to_jsonb(t) AS row FROM ${table} t LIMIT 1`)
    const insert = `INSERT INTO ${table} SELECT (jsonb_populate_record(null::${table}, $1)).*`
    await expect(app.query(insert, [rows[0].row])).rejects.toThrow(refused)
    // Also for a row that names neither county nor person, which once equalled "unset".
    const bare = { ...rows[0].row, county_id: '', user_id: null, actor_id: null, case_id: null }
    await expect(app.query(insert, [bare])).rejects.toThrow(refused)
    for (const change of [
      `UPDATE ${table} SET ${await anyColumn(table)}`,
      `DELETE FROM ${table}`,
    ]) {
      const count = await app.query(change).then(
        (result) => result.rowCount,
        (error) => error.message,
      )
      expect([change, count === 0 || refused.test(String(count))]).toEqual([change, true])
    }
  })

  test.each(publicTables)('%s is public, and takes no row', async (table) => {
    const { rows } = await owner.query(`SELECT to_jsonb(t) AS row FROM ${table} t LIMIT 1`)
    const insert = `INSERT INTO ${table} SELECT (jsonb_populate_record(null::${table}, $1)).*`
    await expect(app.query(insert, [rows[0].row])).rejects.toThrow(/row-level security/)
  })
})

async function anyColumn(table: string): Promise<string> {
  const { rows } = await owner.query(
    'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1',
    [table],
  )
  return `"${rows[0].name}" = "${rows[0].name}"`
}
