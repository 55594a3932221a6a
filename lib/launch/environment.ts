import path from 'node:path'
import type { Database } from './connect'
import type { Secrets } from './secrets'
import { ensureCheckpointKey } from './secrets'

type Given = Record<string, string | undefined>

/**
 * The variables of lib/env.ts for a program that works on this database. What the operator set
 * himself wins, save the addresses of the database.
 */
export function productEnvironment(options: {
  dataDir: string
  secrets: Secrets
  database: Pick<Database, 'appUrl'>
  given: Given
}): Record<string, string> {
  const { dataDir, secrets, database, given } = options
  const key = ensureCheckpointKey(dataDir)
  const standard = {
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.serverActionsKey,
    CHECKPOINT_PUBLIC_KEY_FILE: key.publicFile,
    CHECKPOINT_DIR: path.join(dataDir, 'checkpoints'),
    FILES_DIR: path.join(dataDir, 'files'),
  }
  return {
    ...standard,
    ...pick(given, Object.keys(standard)),
    NEXT_TELEMETRY_DISABLED: '1',
    DATA_DIR: dataDir,
    DATABASE_URL: database.appUrl,
    // Emptied for the web and the worker: they must not know the owner's password.
    DATABASE_OWNER_URL: '',
  }
}

/** What only programs that sign checkpoints get: the worker, the seed and `npm run verify`. */
export function signingEnvironment(dataDir: string, given: Given): Record<string, string> {
  return {
    CHECKPOINT_KEY_FILE: given.CHECKPOINT_KEY_FILE || ensureCheckpointKey(dataDir).privateFile,
  }
}

function pick(given: Given, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name]
      return value ? [[name, value]] : []
    }),
  )
}
