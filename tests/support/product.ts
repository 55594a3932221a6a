import path from 'node:path'
import { ensureBuild } from '@/lib/launch/build'
import { runChild, runTypeScript, startChild } from '@/lib/launch/child'
import { productEnvironment, signingEnvironment } from '@/lib/launch/environment'
import { freePort } from '@/lib/launch/ports'
import { startScratch } from '@/lib/launch/scratch'
import { loadSecrets } from '@/lib/launch/secrets'
import { until } from '@/lib/launch/wait'
import { countingStatements } from '@/tests/bench/statements'

export type Product = {
  /** What the browser tests read: the address, the database for what no page shows, and a folder. */
  environment: Record<
    'E2E_URL' | 'E2E_OWNER_URL' | 'E2E_APP_URL' | 'E2E_SUPER_URL' | 'E2E_SESSIONS',
    string
  >
  stop(): Promise<void>
}

/** The product as it is shipped, with the demo, on a throw-away database and a free port. */
export async function startProduct(
  root: string,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<Product> {
  const standalone = await ensureBuild(root, log, signal)
  log('Starting a throw-away database …')
  const name = 'ovop_e2e'
  const scratch = await startScratch(root, name, countingStatements)
  try {
    const dataDir = scratch.home
    const secrets = loadSecrets(dataDir)
    const urls = { appUrl: scratch.appUrl(name), ownerUrl: scratch.ownerUrl(name) }
    const own = productEnvironment({ dataDir, secrets, database: urls, given: {} })
    const signing = signingEnvironment(dataDir, {})
    log('Adding the demo county …')
    const asOwner = { ...own, ...signing, DATABASE_OWNER_URL: urls.ownerUrl, LOG_LEVEL: 'warn' }
    await runChild([...runTypeScript, 'bin/db.ts', 'seed'], root, asOwner, signal)
    const port = await freePort()
    const url = `http://localhost:${port}`
    const web = startChild({
      name: 'The web server',
      args: [path.join(standalone, 'server.js')],
      cwd: standalone,
      environment: {
        ...own,
        APP_URL: url,
        NEXTAUTH_URL: url,
        DEMO: 'true',
        LOG_LEVEL: 'warn',
        PORT: String(port),
        HOSTNAME: '127.0.0.1',
        NODE_ENV: 'production',
      },
    })
    const ready = until(60_000, 50, () =>
      fetch(`${url}/api/ready`).then(
        (r) => r.ok,
        () => false,
      ),
    )
    const failure = await Promise.race([web.died, ready.then((ok) => (ok ? null : 'No answer.'))])
    if (failure) {
      await web.stop()
      throw new Error(failure)
    }
    return {
      environment: {
        E2E_URL: url,
        E2E_OWNER_URL: urls.ownerUrl,
        E2E_APP_URL: urls.appUrl,
        E2E_SUPER_URL: scratch.superUrl(),
        E2E_SESSIONS: path.join(scratch.home, 'sessions'),
      },
      async stop() {
        await web.stop()
        await scratch.remove()
      },
    }
  } catch (error) {
    await scratch.remove()
    throw error
  }
}
