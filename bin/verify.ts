/**
 * `npm run verify`: recomputes the chain of every case, batch, account and village and compares it
 * with the signed checkpoints kept outside the database. Exit code 1 when anything does not hold.
 */
import path from 'node:path'
import { openInstallation } from '@/lib/launch/installation'

const root = path.resolve(import.meta.dirname, '..')

async function run(): Promise<boolean> {
  const here = await openInstallation(root, process.env, (line) => console.log(line))
  try {
    Object.assign(process.env, here.environment)
    const { verify } = await import('@/lib/audit/verify')
    return await verify((line) => console.log(line))
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
