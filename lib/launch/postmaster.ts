import { readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { isAlive } from './processes'
import { until } from './wait'

export type Postmaster = { pid: number; port: number; ready: boolean }

/** What a data folder's postmaster.pid says of its server, or null when there is none. */
export function readPostmaster(data: string): Postmaster | null {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 0) return null
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/**
 * Stops the server that still runs on a data folder after its launcher was killed. A stale
 * postmaster.pid whose process is gone is left to PostgreSQL, which checks it safely by itself.
 */
export async function stopLeftover(data: string, log: (line: string) => void): Promise<void> {
  const left = readPostmaster(data)
  if (!left || !isPostgresOn(left.pid, data)) return
  log('Stopping the database server a killed start left behind …')
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(left.pid, signal)
    if (await until(10_000, 50, () => !isAlive(left.pid))) return
  }
}

/** True when the process is a server on this very folder (its number may have been reused). */
export function isPostgresOn(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    const at = args[args.indexOf('-D') + 1]
    return at !== undefined && realpathSync(at) === realpathSync(data)
  } catch {
    return false
  }
}
