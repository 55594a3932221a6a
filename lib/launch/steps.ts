import { withClient } from './roles'

/** True when somebody can sign in: the database is past its first run. */
export async function hasUsers(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query('SELECT EXISTS (SELECT FROM users) AS any')
    return rows[0]?.any === true
  })
}

/** The accounts of the demo, whose password everybody knows; none when there is no demo. */
export async function demoAccounts(ownerUrl: string): Promise<{ account: string; name: string }[]> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      'SELECT account, name FROM users WHERE demo ORDER BY county_id, account',
    )
    return rows
  })
}

/** Drops everything of ours in the database, as its owner, so that it can be migrated from nothing. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(`
      SET client_min_messages = warning;
      DROP SCHEMA IF EXISTS pgboss CASCADE;
      DROP SCHEMA IF EXISTS app CASCADE;
      DROP SCHEMA public CASCADE;
      CREATE SCHEMA public;
      GRANT USAGE ON SCHEMA public TO PUBLIC;`),
  )
}
