import { type Cluster, runningServer, startCluster } from './cluster'
import { appRole, appRoleProblem, ensureAppRole, prepareServer, withClient } from './roles'
import type { Secrets } from './secrets'

export type Database = {
  /** The product's role; obeys row-level security. */
  appUrl: string
  /** The owner's role; migrates. */
  ownerUrl: string
  embedded: boolean
  /** Resolves with the reason when an embedded server started here ends unasked; never for others. */
  died: Promise<string>
  close(): Promise<void>
}

type Options = {
  dataDir: string
  /** True when another start has the folder: its embedded server is used, and left running. */
  shared: boolean
  secrets: Secrets
  environment: { DATABASE_URL?: string; DATABASE_OWNER_URL?: string }
  log: (line: string) => void
}

const embeddedDatabase = 'ovop'

/** Opens the database the environment names, else the embedded one. Both roles exist afterwards. */
export async function openDatabase(options: Options): Promise<Database> {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = options.environment
  if (!url && ownerUrl) throw new Error('DATABASE_OWNER_URL is set without DATABASE_URL.')
  if (!url) return openEmbedded(options)
  await checkVersion(ownerUrl ?? url)
  return {
    appUrl: ownerUrl ? url : await appUrlBeside(url, options.secrets.appPassword),
    ownerUrl: ownerUrl ?? url,
    embedded: false,
    died: new Promise(() => undefined),
    close: async () => undefined,
  }
}

/** Throws unless the product may work under this connection (see roles.ts). */
export async function requireAppRole(appUrl: string): Promise<void> {
  const problem = await appRoleProblem(appUrl)
  if (problem) throw new Error(problem)
}

async function openEmbedded({ dataDir, shared, secrets, log }: Options): Promise<Database> {
  const server: Pick<Cluster, 'port' | 'died' | 'stop'> = shared
    ? { port: sharedPort(dataDir), died: new Promise(() => undefined), stop: async () => undefined }
    : await startCluster({ home: dataDir, password: secrets.postgresPassword, log })
  const at = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${server.port}/${database}`
  try {
    await prepareServer((name = 'postgres') => at('postgres', secrets.postgresPassword, name), {
      database: embeddedDatabase,
      ownerPassword: secrets.ownerPassword,
      appPassword: secrets.appPassword,
    })
  } catch (error) {
    await server.stop()
    throw error
  }
  return {
    appUrl: at(appRole, secrets.appPassword, embeddedDatabase),
    ownerUrl: at('ovop_owner', secrets.ownerPassword, embeddedDatabase),
    embedded: true,
    died: server.died,
    close: () => server.stop(),
  }
}

function sharedPort(dataDir: string): number {
  const running = runningServer(dataDir)
  if (!running) throw new Error(`The start that uses ${dataDir} has no database yet. Try again.`)
  return running.port
}

async function checkVersion(url: string): Promise<void> {
  const version = await withClient(url, async (client) => {
    const { rows } = await client.query('SHOW server_version_num')
    return Number(rows[0]?.server_version_num)
  })
  if (version < 150_000) throw new Error('PostgreSQL 15 or newer is needed.')
}

/** With one address only, it is the owner's: the app role is made there with a password of ours. */
async function appUrlBeside(ownerUrl: string, password: string): Promise<string> {
  try {
    await withClient(ownerUrl, (client) => ensureAppRole(client, password))
  } catch (error) {
    throw new Error(
      `The role in DATABASE_URL could not make the role ${appRole} (${(error as Error).message}). ` +
        'Give it CREATEROLE, or name both: DATABASE_URL for the app’s role, DATABASE_OWNER_URL for the owner’s (docs/operate.md).',
    )
  }
  const url = new URL(ownerUrl)
  url.username = appRole
  url.password = password
  return url.toString()
}
