import { runChild, runTypeScript } from './child'
import type { Database } from './connect'
import { readBeginning, writeBeginning } from './data-dir'
import { demoAccounts, emptyDatabase, hasUsers } from './steps'
import { upgradeDatabase } from './upgrade'

/**
 * On a first run: the demo (embedded database, or asked for with --demo), else the first
 * administrator. A demo that was interrupted is started over on the embedded database; on a server
 * of one's own nothing is thrown away unasked.
 */
export async function firstData(options: {
  root: string
  dataDir: string
  database: Database
  flags: { empty?: boolean; demo?: boolean }
  environment: Record<string, string>
  signing: Record<string, string>
  signal: AbortSignal
  log: (line: string) => void
}): Promise<void> {
  const { root, dataDir, database, flags, signal, log } = options
  if (flags.empty && flags.demo) throw new Error('--empty and --demo exclude each other.')
  if (readBeginning(dataDir) === 'seeding') {
    if (!database.embedded) {
      throw new Error('Adding the demo was interrupted. Start over: npm run db -- reset --yes')
    }
    log('Adding the demo was interrupted: starting it over …')
    await emptyDatabase(database.ownerUrl)
    await upgradeDatabase(root, database.ownerUrl, log)
    writeBeginning(dataDir, null)
  }
  if (await hasUsers(database.ownerUrl)) {
    if (flags.empty && (await demoAccounts(database.ownerUrl)).length > 0) {
      throw new Error('The database holds the demo. Throw it away first: npm run db -- reset')
    }
    if (flags.demo) log('The database has accounts already: the demo is not added.')
    return
  }
  const demo = flags.demo || (database.embedded && !flags.empty)
  if (demo) log('First run: adding the demo county (once; a minute or so) …')
  const environment = {
    ...options.environment,
    ...options.signing,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  }
  const task = demo ? 'seed' : 'administrator'
  await runChild([...runTypeScript, 'bin/db.ts', task], root, environment, signal)
  writeBeginning(dataDir, demo ? 'demo' : 'empty')
}
