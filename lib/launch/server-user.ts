import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'

/** The system user a root-run server runs as. */
export type ServerUser = { uid: number; gid: number }

/** Where a root-run server lives when its user cannot reach the checkout or the data folder. */
export const commonPlace = '/var/lib/ovop'

/**
 * Null when we are not root: the server then runs as ourselves. PostgreSQL refuses to run as root,
 * so root starts it as user `postgres`, made when missing.
 */
export function serverUser(log: (line: string) => void): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  const known = lookUp()
  if (known) return known
  log('Creating the system user postgres (PostgreSQL does not run as root) …')
  const run = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    { encoding: 'utf8' },
  )
  const made = lookUp()
  if (!made) throw new Error(`Could not create user postgres: ${run.stderr ?? run.error?.message}`)
  return made
}

/**
 * The folder for the server's files, owned by its user. It is `link` itself where that user can
 * pass the folders above; else (a clone under /root or in a 0700 folder) it lies under
 * /var/lib/ovop and `link` leads there.
 */
export function serverFolder(
  link: string,
  user: ServerUser | null,
  log: (line: string) => void,
): string {
  const existing = lstatSync(link, { throwIfNoEntry: false })
  if (!user) {
    if (!existing) mkdirSync(link, { mode: 0o700 })
    return realpathSync(link)
  }
  if (existing?.isSymbolicLink()) {
    if (statSync(link, { throwIfNoEntry: false })) return owned(realpathSync(link), user)
    rmSync(link)
  } else if (canPass(path.dirname(link), user)) {
    return owned(link, user)
  }
  const elsewhere = path.join(commonPlace, randomUUID())
  mkdirSync(commonPlace, { recursive: true, mode: 0o755 })
  if (existing?.isDirectory()) spawnSync('mv', [link, elsewhere])
  owned(elsewhere, user)
  symlinkSync(elsewhere, link)
  log(`User postgres cannot reach ${path.dirname(link)}: the database lies in ${elsewhere}.`)
  return elsewhere
}

/** True when the user may pass every folder from the root down to (and including) this one. */
export function canPass(folder: string, user: ServerUser): boolean {
  for (let at = realpathSync(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

function owned(folder: string, user: ServerUser): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid } = statSync(folder)
  if (uid !== user.uid) {
    chownSync(folder, user.uid, user.gid)
    spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, folder])
  }
  return folder
}

function lookUp(): ServerUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

/** Removes the server's folder of a throw-away home, wherever it lies. */
export function removeServerFolder(home: string): void {
  const link = path.join(home, 'postgres')
  if (!lstatSync(link, { throwIfNoEntry: false })) return
  const folder = realpathSync(link)
  if (folder !== link || folder.startsWith(home)) rmSync(folder, { recursive: true, force: true })
  rmSync(link, { recursive: true, force: true })
}
