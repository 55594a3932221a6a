import { mkdirSync, rmSync } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { migrate, readMigrations } from '../migrate'
import { withClient } from '../roles'
import { emptyDatabase } from '../steps'
import { upgradeDatabase } from '../upgrade'
import { takeKey } from './keys'
import { loadTables } from './load'
import { damages, filesOf, type Manifest, readManifest } from './manifest'
import { holdsNothing, type Places } from './places'

type Options = {
  root: string
  ownerUrl: string
  places: Places
  folder: string
  /** The private key of the backup's checkpoints is lost: this installation's own one signs on. */
  newKey: boolean
  log: (line: string) => void
}

/**
 * Puts a backup into an empty installation. Everything is checked before anything is written; the
 * database is filled last and in one transaction, so that an installation is either restored or
 * still empty. Returns the manifest; the caller verifies the chains.
 */
export async function restoreBackup(options: Options): Promise<Manifest> {
  const { root, ownerUrl, places, folder, log } = options
  const content = readManifest(folder)
  log(`Backup of ${content.at}: checking ${filesOf(content).length} files …`)
  const found = await damages(folder, content)
  if (found.length > 0) {
    throw new Error(`The backup is not whole. Nothing was restored.\n  ${found.join('\n  ')}`)
  }
  const migrations = migrationsOf(root, content)
  await refuseUnlessEmpty(ownerUrl, places)
  takeKey({ folder, content, places, newKey: options.newKey, log })
  try {
    await emptyDatabase(ownerUrl)
    await migrate(ownerUrl, migrations, () => undefined)
    await copyAll(folder, content, places, log)
    await withClient(ownerUrl, (client) => loadTables(client, folder, content, log))
  } catch (error) {
    for (const place of [places.files, places.checkpoints]) {
      rmSync(place, { recursive: true, force: true })
    }
    throw error
  }
  await upgradeDatabase(root, ownerUrl, log)
  return content
}

/** The migrations that lead to the backup's tables; those of this version that came later follow. */
function migrationsOf(root: string, content: Manifest) {
  const known = readMigrations(path.join(root, 'prisma/migrations'))
  return content.migrations.map(({ name, checksum }) => {
    const here = known.find((migration) => migration.name === name)
    if (!here) {
      throw new Error(
        `The backup has migration ${name}, which this version does not know: restore with the version that made it, or a newer one.`,
      )
    }
    if (here.checksum !== checksum) {
      throw new Error(`Migration ${name} of the backup differs from this version's.`)
    }
    return here
  })
}

async function refuseUnlessEmpty(ownerUrl: string, places: Places): Promise<void> {
  const full = await withClient(ownerUrl, tablesWithRows)
  const reasons = [
    ...(full.length > 0 ? [`the database has rows in ${full.join(', ')}`] : []),
    ...(holdsNothing(places.files) ? [] : [`${places.files} has files`]),
    ...(holdsNothing(places.checkpoints) ? [] : [`${places.checkpoints} has checkpoints`]),
  ]
  if (reasons.length === 0) return
  throw new Error(
    `This installation is not empty, and a restore never overwrites. Nothing was restored.\n  ${reasons.join('\n  ')}\n` +
      'Restore into a DATA_DIR of its own, or throw this one away first: npm run db -- reset',
  )
}

async function tablesWithRows(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p')
        AND relnamespace = to_regnamespace('public') AND relname <> '_prisma_migrations'
      ORDER BY relname`,
  )
  const full: string[] = []
  for (const { name } of rows) {
    const { rowCount } = await client.query(
      `SELECT FROM public.${client.escapeIdentifier(name)} LIMIT 1`,
    )
    if (rowCount) full.push(name)
  }
  return full
}

async function copyAll(
  folder: string,
  content: Manifest,
  places: Places,
  log: (line: string) => void,
): Promise<void> {
  for (const { path: name, sha256 } of content.files) {
    await places.contents.keep(sha256, await readFile(path.join(folder, name)))
  }
  for (const { path: name } of content.checkpoints) {
    const to = path.join(places.checkpoints, name.slice('checkpoints/'.length))
    mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 })
    await copyFile(path.join(folder, name), to)
  }
  log(`  ${content.files.length} attachments, ${content.checkpoints.length} checkpoints`)
}
