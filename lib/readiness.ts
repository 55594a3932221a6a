import 'server-only'
import pg from 'pg'
import { env, newestMigration } from '@/lib/env'
import { queueSchema } from '@/lib/jobs/schedule'
import { log } from '@/lib/log'

type Check = 'ok' | 'failed' | 'unknown'
export type Readiness = { database: Check; migrations: Check; queue: Check }

/**
 * Whether this process can serve: the database answers within two seconds, has the newest migration
 * of this build, and the job queue is installed. On a connection of its own, so that a full pool is
 * not taken for a database that is away; it reads no data of the product.
 */
export async function checkReadiness(): Promise<Readiness> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: 'ovop-ready',
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return {
      database: 'ok',
      migrations: await holds(client, {
        text: 'SELECT FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND ($1::text IS NULL OR migration_name = $1) LIMIT 1',
        values: [newestMigration],
      }),
      queue: await holds(client, { text: `SELECT FROM ${queueSchema}.version LIMIT 1` }),
    }
  } catch (error) {
    log().warn({ error: (error as Error).message }, 'database not reachable')
    return { database: 'failed', migrations: 'unknown', queue: 'unknown' }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function holds(client: pg.Client, query: pg.QueryConfig): Promise<Check> {
  try {
    return (await client.query(query)).rowCount === 1 ? 'ok' : 'failed'
  } catch {
    return 'failed'
  }
}
