import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isAlive, processIdentity } from './processes'
import { writeAtomically } from './secrets'

/** Makes our own folder when missing and returns its real path. */
export function openDataDir(root: string, configured: string | undefined): string {
  const folder = path.resolve(root, configured || '.data')
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  return realpathSync(folder)
}

type Lock = { pid: number; identity: string | null }

/**
 * Takes the folder for this process, or says who has it. A lock whose process is gone (killed, or a
 * number used again after a restart) does not count.
 */
export function lockDataDir(dataDir: string): () => void {
  const file = path.join(dataDir, 'lock.json')
  const holder = lockHolder(dataDir)
  if (holder !== null) {
    throw new Error(
      `Another start (process ${holder}) is using ${dataDir}. Stop it first, or give this one a folder of its own with DATA_DIR.`,
    )
  }
  const lock: Lock = { pid: process.pid, identity: processIdentity(process.pid) }
  writeAtomically(file, JSON.stringify(lock), 0o600)
  return () => rmSync(file, { force: true })
}

/** The process that has the folder, or null. */
export function lockHolder(dataDir: string): number | null {
  const lock = read<Lock>(path.join(dataDir, 'lock.json'))
  if (!lock || !isAlive(lock.pid)) return null
  return processIdentity(lock.pid) === lock.identity ? lock.pid : null
}

/** How the database came by its first data; `seeding` means it was interrupted. */
export type Beginning = 'seeding' | 'demo' | 'empty'

export function readBeginning(dataDir: string): Beginning | null {
  return read<{ beginning: Beginning }>(path.join(dataDir, 'state.json'))?.beginning ?? null
}

export function writeBeginning(dataDir: string, beginning: Beginning | null): void {
  const file = path.join(dataDir, 'state.json')
  if (beginning === null) rmSync(file, { force: true })
  else writeAtomically(file, JSON.stringify({ beginning }), 0o600)
}

function read<T>(file: string): T | null {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null
  }
}
