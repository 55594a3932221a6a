import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { chainsIn, tablesIn } from './catalogue'
import type { Manifest } from './manifest'

type Log = (line: string) => void

/**
 * Fills the empty tables of a backup's version, in one transaction. Checks hold all the time;
 * foreign keys are taken away and put back after the rows, which tests every one of them anew.
 * Triggers rest meanwhile: they watch over steps people take, and these rows have passed them.
 * Counts of rows and heads of chains must come out as the manifest says, else nothing stays.
 */
export async function loadTables(
  client: pg.Client,
  folder: string,
  content: Manifest,
  log: Log,
): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query("SET LOCAL row_security = off; SET LOCAL timezone = 'UTC'")
    await refuseOtherTables(client, content)
    const keys = await foreignKeys(client)
    for (const { table, name } of keys) {
      await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${client.escapeIdentifier(name)}`)
    }
    for (const table of content.tables) await loadTable(client, folder, table, log)
    log('  foreign keys …')
    for (const { table, name, definition } of keys) {
      await client.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${client.escapeIdentifier(name)} ${definition}`,
      )
    }
    for (const { name, value } of content.sequences) {
      await client.query('SELECT setval(quote_ident($1)::regclass, $2::bigint)', [name, value])
    }
    await compareChains(client, content)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
  await client.query('ANALYZE')
}

async function refuseOtherTables(client: pg.Client, content: Manifest): Promise<void> {
  const shape = (tables: { name: string; columns: string[] }[]) =>
    tables.map(({ name, columns }) => `${name}(${columns.join(', ')})`)
  const here = shape(await tablesIn(client))
  const there = shape(content.tables)
  const odd = [
    ...there.filter((one) => !here.includes(one)),
    ...here.filter((one) => !there.includes(one)),
  ]
  if (odd.length > 0) {
    throw new Error(`The tables of the backup are not those of its migrations: ${odd.join('; ')}`)
  }
}

type ForeignKey = { table: string; name: string; definition: string }

async function foreignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
      ORDER BY conname`,
  )
  return rows
}

async function loadTable(
  client: pg.Client,
  folder: string,
  { name, columns, rows, file }: Manifest['tables'][number],
  log: Log,
): Promise<void> {
  const table = `public.${client.escapeIdentifier(name)}`
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  const sink = client.query(copyFrom(`COPY ${table} (${names}) FROM STDIN`))
  await pipeline(createReadStream(path.join(folder, file.path)), createGunzip(), sink)
  await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  if (sink.rowCount !== rows) {
    throw new Error(`${name} came out with ${sink.rowCount} rows instead of ${rows}.`)
  }
  log(`  ${name}: ${rows} rows`)
}

async function compareChains(client: pg.Client, { chains }: Manifest): Promise<void> {
  const here = await chainsIn(client)
  if (JSON.stringify(here) !== JSON.stringify(chains)) {
    throw new Error('The heads of the chains are not those that the manifest names.')
  }
}
