import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '@/lib/launch/ports'
import { until } from '@/lib/launch/wait'

/**
 * Another web server of the built product on the same database, made to be killed: `kill` ends it
 * like a power cut, `start` begins it anew at the same address.
 */
export async function makeWebServer(databaseUrl: string) {
  const standalone = path.resolve(import.meta.dirname, '../../.next/standalone')
  const dataDir = mkdtempSync(path.join(tmpdir(), 'ovop-web-'))
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const environment: Record<string, string> = {
    ...{ DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: '', DATA_DIR: dataDir },
    ...{
      FILES_DIR: path.join(dataDir, 'files'),
      NEXTAUTH_SECRET: 'the secret of a server that is made to be killed',
    },
    ...{ NEXTAUTH_URL: url, APP_URL: url, PORT: port, HOSTNAME: '127.0.0.1' },
    ...{ NODE_ENV: 'production', LOG_LEVEL: 'warn', DEMO: 'true' },
  }
  let child: ChildProcess | undefined
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
  return {
    url,
    async start() {
      child = spawn(process.execPath, ['server.js'], {
        cwd: standalone,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, ...environment },
      })
      const ready = await until(60_000, 50, () =>
        fetch(`${url}/api/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
      if (!ready) throw new Error('The second web server did not start.')
    },
    kill,
    async stop() {
      await kill()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
