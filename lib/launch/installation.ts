import { type Database, openDatabase } from './connect'
import { lockDataDir, lockHolder, openDataDir } from './data-dir'
import { productEnvironment, signingEnvironment } from './environment'
import { loadSecrets, type Secrets } from './secrets'

export type Installation = {
  dataDir: string
  secrets: Secrets
  /** True beside a running start. */
  shared: boolean
  database: Database
  /** The variables of lib/env.ts for web and worker. */
  environment: Record<string, string>
  /** Beyond these, for programs that sign checkpoints. */
  signing: Record<string, string>
  close(): Promise<void>
}

/**
 * Opens this installation for a command: beside a running start its database is shared, else the
 * data folder is taken and the database started for as long as the command runs.
 */
export async function openInstallation(
  root: string,
  given: Record<string, string | undefined>,
  log: (line: string) => void,
): Promise<Installation> {
  const dataDir = openDataDir(root, given.DATA_DIR)
  const shared = lockHolder(dataDir) !== null
  const unlock = shared ? () => undefined : lockDataDir(dataDir)
  try {
    const secrets = loadSecrets(dataDir)
    const database = await openDatabase({ dataDir, shared, secrets, environment: given, log })
    return {
      dataDir,
      secrets,
      shared,
      database,
      environment: productEnvironment({ dataDir, secrets, database, given }),
      signing: signingEnvironment(dataDir, given),
      async close() {
        await database.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
