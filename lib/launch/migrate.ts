import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { withClient } from './roles'

export type Migration = { name: string; sql: string; checksum: string }

/** Any number; the same one makes two starts on one database wait for each other. */
const lockKey = 4_502_231_451

/** The migrations of a folder (`<timestamp>_<name>/migration.sql`), oldest first. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Applies what is missing, as the owner: one at a time under an advisory lock, each in its own
 * transaction with its row in `_prisma_migrations`, so that `prisma migrate deploy` accepts the
 * database too. Refuses when an applied migration was edited or is unknown here. Returns the names
 * applied.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[],
  log: (line: string) => void,
): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    await client.query(historyTable)
    const pending = missing(await history(client), migrations)
    for (const migration of pending) {
      log(`Migration ${migration.name} …`)
      await apply(client, migration)
    }
    return pending.map((migration) => migration.name)
  })
}

/** Prisma's own table, column for column. The app may read it: `/api/ready` asks it. */
const historyTable = `
  SET client_min_messages = warning;
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  );
  GRANT SELECT ON "_prisma_migrations" TO ovop_app;
  RESET client_min_messages`

type Applied = { migration_name: string; checksum: string }

async function history(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name',
  )
  return rows
}

function missing(applied: Applied[], migrations: readonly Migration[]): Migration[] {
  const here = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { migration_name: name, checksum } of applied) {
    const known = here.get(name)
    if (!known) {
      throw new Error(`The database has migration ${name}, which this version does not know.`)
    }
    if (known.checksum !== checksum) {
      throw new Error(
        `Migration ${name} was edited after it was applied: put it back, and write a new one.`,
      )
    }
  }
  const done = new Set(applied.map((row) => row.migration_name))
  return migrations.filter((migration) => !done.has(migration.name))
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${migration.name} failed: ${described(error, migration.sql)}`, {
      cause: error,
    })
  }
}

/** The server's message with the line it points at. */
function described(error: unknown, sql: string): string {
  const { message, position, hint } = error as { message: string; position?: string; hint?: string }
  const line = position ? sql.slice(0, Number(position)).split('\n').length : null
  const where = line ? ` (line ${line}: ${sql.split('\n')[line - 1]?.trim()})` : ''
  return `${message}${where}${hint ? ` ${hint}` : ''}`
}
