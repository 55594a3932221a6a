/**
 * `npm run reset -- <account> [--second-factor]`: a new first password (or no second factor) for
 * somebody of a county office, when nobody else of that office can confirm it on the pages.
 */
import path from 'node:path'
import { openInstallation } from '@/lib/launch/installation'

const root = path.resolve(import.meta.dirname, '..')

async function run(given: string[]): Promise<void> {
  const account = given.find((word) => !word.startsWith('--'))
  const unknown = given.filter((word) => word.startsWith('--') && word !== '--second-factor')
  if (!account || unknown.length > 0) {
    throw new Error('Usage: npm run reset -- <account> [--second-factor]')
  }
  const here = await openInstallation(root, process.env, (line) => console.log(line))
  try {
    Object.assign(process.env, here.environment)
    const { resetOnConsole } = await import('@/lib/accounts/console-commands')
    const what = given.includes('--second-factor') ? 'secondFactor' : 'password'
    const { name, password } = await resetOnConsole({ account, what }, new Date())
    console.log(
      password
        ? `New first password of ${account} (${name}): ${password}\nIt is shown only here; it must be changed at the next sign-in.`
        : `The second factor of ${account} (${name}) is off; it has to be set up at the next sign-in.`,
    )
    const { closeDatabase } = await import('@/lib/db')
    await closeDatabase()
  } finally {
    await here.close()
  }
}

run(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
