/**
 * `npm run lock`, after every `npm install` against a partial mirror: such a mirror does not serve
 * the optional packages of other platforms, npm leaves them out of package-lock.json, and `npm ci`
 * then refuses it. Their entries are completed from the names; nothing of them is ever installed here.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { foreignEntry, type LockedPackages, missingOptionals } from '@/lib/launch/lock-file'

const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: LockedPackages }
const missing = missingOptionals(lock.packages)
for (const one of missing) {
  const entry = foreignEntry(one)
  if (!entry)
    throw new Error(`${one.name}@${one.version} is missing and its name tells no platform.`)
  lock.packages[`node_modules/${one.name}`] = entry
}
const { '': root, ...rest } = lock.packages
const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'))
lock.packages = { ...(root && { '': root }), ...Object.fromEntries(sorted) }
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(missing.length ? `Completed ${missing.length} entries.` : 'The lock file is complete.')
