/**
 * `npm run verify`: recomputes the chain of every case, batch, account and village and compares it
 * with the signed checkpoints kept outside the database. `npm run verify -- draw <id>` recomputes one
 * random draw. Exit code 1 when anything does not hold.
 */
import path from 'node:path'
import { openInstallation } from '@/lib/launch/installation'

const [what, id = ''] = process.argv.slice(2)
const root = path.resolve(import.meta.dirname, '..')

async function run(): Promise<boolean> {
  if (what !== undefined && what !== 'draw') throw new Error('Usage: npm run verify [-- draw <id>]')
  const here = await openInstallation(root, process.env, (line) => console.log(line))
  try {
    Object.assign(process.env, here.environment)
    const log = (line: string) => console.log(line)
    if (what === 'draw') return await (await import('@/lib/draws/verify')).verifyDraw(id, log)
    return await (await import('@/lib/audit/verify')).verify(log)
  } finally {
    await here.close()
  }
}

run().then(
  (sound) => process.exit(sound ? 0 : 1),
  (error: Error) => {
    console.error(error.message)
    process.exit(2)
  },
)
