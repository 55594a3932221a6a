import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { read } from '@/lib/db'
import { isId } from '@/lib/ids'
import type { DrawExport } from './export'
import { exportOf, publishedDraw } from './queries'
import { type CheckedPart, recompute } from './recompute'

const saying: Record<CheckedPart, (draw: DrawExport) => string> = {
  list: ({ listSha256 }) => `the frozen list has the SHA-256 ${listSha256}`,
  days: ({ frozenOn, publicOn }) => `the public number is of ${publicOn}, after ${frozenOn}`,
  seed: ({ seed }) => `random part and public number make the seed ${seed}`,
  result: ({ result }) => `list and seed give the ${result.length} villages and their inspectors`,
  replacements: ({ replacements }) => `${replacements.length} replacements follow the order drawn`,
}

/** What `npm run verify -- draw <id>` prints; true when everything holds. */
export async function verifyDraw(id: string, log: (line: string) => void): Promise<boolean> {
  const row = isId(id)
    ? await read(systemViewer('verify'), (tx) => publishedDraw(tx, id))
    : undefined
  if (!row) throw new Error(`There is no draw ${id}.`)
  const draw = exportOf(row)
  log(`Draw ${draw.number} of “${draw.round}”`)
  const checks = recompute(draw)
  for (const { part, holds } of checks) {
    const word = holds === 'open' ? 'STILL TO COME' : holds ? 'HOLDS' : 'DOES NOT HOLD'
    log(`${word}: ${holds === 'open' ? part : saying[part](draw)}`)
  }
  const sound = checks.every(({ holds }) => holds !== false)
  log(sound ? 'Recomputed: it agrees.' : 'Recomputed: it does NOT agree.')
  return sound
}
