import type pg from 'pg'

export type DatabaseWork = {
  /** Statements a request, without the transaction's own (BEGIN, settings, COMMIT). */
  statements: number
  /** All calls a request, those included. */
  calls: number
  /** Planning and execution of all calls, milliseconds a request. */
  milliseconds: number
}

/** Settings of a server that counts statements; each database then needs the extension. */
export const countingStatements = { shared_preload_libraries: 'pg_stat_statements' }

const own = `query ~* '^(BEGIN|COMMIT|ROLLBACK|SET|DEALLOCATE|SELECT set_config)'`

/** What the database does for `work`, from pg_stat_statements, over `times` runs after a few more. */
export async function databaseWork(
  superuser: pg.Client,
  database: string,
  times: number,
  work: () => Promise<unknown>,
): Promise<DatabaseWork> {
  for (let run = 0; run < 8; run++) await work()
  await superuser.query('SELECT pg_stat_statements_reset()')
  for (let run = 0; run < times; run++) await work()
  const { statements, calls, milliseconds } = await sinceReset(superuser, database)
  return {
    statements: statements / times,
    calls: calls / times,
    milliseconds: milliseconds / times,
  }
}

/** What the product's role had the database do since the statistics were reset. */
export async function sinceReset(superuser: pg.Client, database: string): Promise<DatabaseWork> {
  const { rows } = await superuser.query<{ statements: number; calls: number; time: number }>(
    `SELECT coalesce(sum(calls) FILTER (WHERE NOT ${own}), 0)::float AS statements,
            coalesce(sum(calls), 0)::float AS calls,
            coalesce(sum(total_exec_time + total_plan_time), 0) AS time
       FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
      WHERE r.rolname = 'ovop_app' AND s.dbid = (SELECT oid FROM pg_database WHERE datname = $1)`,
    [database],
  )
  const { statements = 0, calls = 0, time = 0 } = rows[0] ?? {}
  return { statements, calls, milliseconds: time }
}
