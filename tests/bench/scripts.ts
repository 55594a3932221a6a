import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const sizes = new Map<string, number>()

/**
 * Kilobytes of JavaScript (gzip) a browser loads with a page the first time: every script that its
 * HTML or the data of its components names, without the one for browsers that know no modules.
 */
function firstLoadKilobytes(html: string, readScript: (file: string) => Buffer): number {
  const files = new Set<string>()
  const modules = html.replace(/<script\b[^>]*\bnomodule\b[^>]*>/gi, '')
  for (const [file] of modules.matchAll(/static\/chunks\/[\w.~/-]+?\.js/g)) files.add(file)
  // The page that works without a network has a script of its own.
  for (const [, file] of modules.matchAll(/work\/files\/([\w.-]+\.js)/g)) files.add(`phone/${file}`)
  let bytes = 0
  for (const file of files) {
    const size = sizes.get(file) ?? gzipSync(readScript(file), { level: 6 }).length
    sizes.set(file, size)
    bytes += size
  }
  return bytes / 1_024
}

/** The same for the build in a folder. */
export const ofBuild = (standalone: string) => (html: string) =>
  firstLoadKilobytes(html, (file) => readFileSync(path.join(standalone, '.next', file)))
