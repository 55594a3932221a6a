import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeBeginning } from './data-dir'
import type { Installation } from './installation'
import { diffDatabaseToSchema } from './schema-diff'
import { startScratch } from './scratch'
import { emptyDatabase, hasUsers } from './steps'
import { upgradeDatabase } from './upgrade'

type Log = (line: string) => void

/**
 * Writes prisma/migrations/<timestamp>_<name>/migration.sql: what leads from the migrations so far
 * (applied to a throw-away server) to prisma/schema. Policies, triggers and grants for new tables
 * are added by hand.
 */
export async function newMigration(root: string, name: string, log: Log): Promise<void> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error(
      'Name the migration in small letters, digits and _: npm run db -- new add_notes',
    )
  }
  const server = await startScratch(root, 'scratch')
  try {
    const sql = await diffDatabaseToSchema(
      server.ownerUrl('scratch'),
      path.join(root, 'prisma/schema'),
    )
    if (!sql) return log('The migrations already lead to prisma/schema: nothing to write.')
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = path.join(root, 'prisma/migrations', `${stamp}_${name}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'migration.sql'), `${sql}\n`)
    log(`Wrote ${path.relative(root, folder)}/migration.sql: read it, add policies and grants.`)
  } finally {
    await server.remove()
  }
}

/** Says where the tables of the database differ from prisma/schema; fails when they do. */
export async function drift(root: string, here: Installation, log: Log): Promise<void> {
  const sql = await diffDatabaseToSchema(here.database.ownerUrl, path.join(root, 'prisma/schema'))
  if (!sql) return log('The database agrees with prisma/schema.')
  log(sql)
  throw new Error('The database differs from prisma/schema by the statements above.')
}

/** Throws all data away: tables, files and checkpoints. Secrets and keys stay. */
export async function reset(root: string, here: Installation, log: Log): Promise<void> {
  if (here.shared) throw new Error('Stop npm start first: it is working with this data.')
  await emptyDatabase(here.database.ownerUrl)
  const { CHECKPOINT_DIR, FILES_DIR } = here.environment
  for (const folder of [CHECKPOINT_DIR, FILES_DIR]) {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
  writeBeginning(here.dataDir, null)
  await upgradeDatabase(root, here.database.ownerUrl, log)
  log('The database is empty. The next npm start fills it as on a first run.')
}

/** Adds the demo; refused when anybody can already sign in. Interrupted, it is noted as unfinished. */
export async function seed(here: Installation, log: Log): Promise<void> {
  if (await hasUsers(here.database.ownerUrl)) {
    throw new Error('The database has accounts already: the demo is only added to an empty one.')
  }
  writeBeginning(here.dataDir, 'seeding')
  const { seedDemo } = await import('@/prisma/seed/main')
  await seedDemo({ log })
  writeBeginning(here.dataDir, 'demo')
}
