import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startCluster } from '@/lib/launch/cluster'
import { prepareServer } from '@/lib/launch/roles'
import { ensureCheckpointKey } from '@/lib/launch/secrets'
import { removeServerFolder } from '@/lib/launch/server-user'
import { upgradeDatabase } from '@/lib/launch/upgrade'

declare module 'vitest' {
  interface ProvidedContext {
    server: { superUrl: string; ownerUrl: string; appUrl: string; template: string; home: string }
  }
}

/** Durability buys nothing in a server that is thrown away. */
const fast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
}

/** Once per run: a PostgreSQL of our own with a migrated, empty template database. */
export async function setup(project: TestProject) {
  const home = mkdtempSync(path.join(tmpdir(), 'ovop-test-'))
  const cluster = await startCluster({
    home,
    password: 'test',
    settings: fast,
    log: () => undefined,
  })
  const template = 'ovop_template'
  await prepareServer(cluster.superUrl, {
    database: template,
    ownerPassword: 'owner',
    appPassword: 'app',
  })
  const at = (role: string) => `postgresql://${role}@127.0.0.1:${cluster.port}/`
  const ownerUrl = at('ovop_owner:owner')
  await upgradeDatabase(process.cwd(), `${ownerUrl}${template}`, () => undefined)
  ensureCheckpointKey(home)
  project.provide('server', {
    superUrl: cluster.superUrl(''),
    ownerUrl,
    appUrl: at('ovop_app:app'),
    template,
    home,
  })
  return async () => {
    await cluster.stop()
    removeServerFolder(home)
    rmSync(home, { recursive: true, force: true })
  }
}
