import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * SHA-256 (hex) over the names and contents of the given files and folders, recursively.
 * Same files, same hash, whatever their dates; a path that does not exist counts as absent.
 */
export function hashFiles(root: string, paths: readonly string[], salt = ''): string {
  const hash = createHash('sha256').update(salt)
  for (const name of paths.flatMap((entry) => filesBelow(root, entry)).sort()) {
    hash.update(`\0${name}\0`).update(readFileSync(path.join(root, name)))
  }
  return hash.digest('hex')
}

/** Every file below a path, relative to root, hidden files and folders left out. */
function filesBelow(root: string, entry: string): string[] {
  const stat = statSync(path.join(root, entry), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [entry]
  return readdirSync(path.join(root, entry))
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => filesBelow(root, path.join(entry, name)))
}
