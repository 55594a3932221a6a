import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runTypeScript } from '@/lib/launch/child'
import { freePort } from '@/lib/launch/ports'
import { removeServerFolder } from '@/lib/launch/server-user'

/**
 * `npm start -- --empty` as a county runs it on its first day, in a data folder and on a port of
 * its own; `administrator` are the variables that name the first one. Resolves with the address
 * when it says that it is ready.
 */
export async function startEmptyProduct(
  administrator: Record<string, string>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const root = path.resolve(import.meta.dirname, '../..')
  const dataDir = mkdtempSync(path.join(tmpdir(), 'ovop-empty-'))
  const port = String(await freePort())
  const child = spawn(process.execPath, [...runTypeScript, 'bin/up.ts', '--empty'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...administrator, DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'warn' },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said: string[] = []
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.push(text)
      const address = /is ready: (\S+)/.exec(said.join(''))?.[1]
      if (address) resolve(address)
    })
    void ended.then(() => reject(new Error(`The product did not start:\n${said.join('')}`)))
  })
  return {
    url: await ready,
    async stop() {
      child.kill('SIGTERM')
      await ended
      removeServerFolder(dataDir)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
