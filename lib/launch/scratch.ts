import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCluster } from './cluster'
import { prepareServer } from './roles'
import { removeServerFolder } from './server-user'
import { upgradeDatabase } from './upgrade'

export type Scratch = {
  /** The folder of this server; may hold other throw-away files too. */
  home: string
  superUrl(database?: string): string
  ownerUrl(database: string): string
  appUrl(database: string): string
  /** Resolves with the reason when the server ends unasked. */
  died: Promise<string>
  remove(): Promise<void>
}

/** Durability buys nothing in a server that is thrown away. */
const fast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
}

/**
 * A server of our own in a temporary folder, with both roles and one migrated, empty database;
 * `settings` are the server's own, beside those that make it fast.
 */
export async function startScratch(
  root: string,
  database: string,
  settings: Record<string, string> = {},
): Promise<Scratch> {
  const home = mkdtempSync(path.join(tmpdir(), 'ovop-'))
  const clean = () => {
    removeServerFolder(home)
    rmSync(home, { recursive: true, force: true })
  }
  const cluster = await startCluster({
    home,
    password: 'scratch',
    settings: { ...fast, ...settings },
    log: () => undefined,
  }).catch((error) => {
    clean()
    throw error
  })
  const at = (role: string, name: string) =>
    `postgresql://${role}@127.0.0.1:${cluster.port}/${name}`
  const scratch: Scratch = {
    home,
    superUrl: cluster.superUrl,
    ownerUrl: (name) => at('ovop_owner:owner', name),
    appUrl: (name) => at('ovop_app:app', name),
    died: cluster.died,
    async remove() {
      await cluster.stop()
      clean()
    },
  }
  try {
    await prepareServer(cluster.superUrl, { database, ownerPassword: 'owner', appPassword: 'app' })
    await upgradeDatabase(root, scratch.ownerUrl(database), () => undefined)
    return scratch
  } catch (error) {
    await scratch.remove()
    throw error
  }
}
