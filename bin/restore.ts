/**
 * `npm run restore -- <folder> [--new-key]`: a backup into an empty installation, then everything
 * `npm run verify` does (docs/operate.md). Exit code 1 when it is restored but does not verify.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { placesOf } from '@/lib/launch/backup/places'
import { restoreBackup } from '@/lib/launch/backup/restore'
import { openInstallation } from '@/lib/launch/installation'

const root = path.resolve(import.meta.dirname, '..')
const log = (line: string) => console.log(line)

async function run(): Promise<boolean> {
  const options = { 'new-key': { type: 'boolean', default: false } } as const
  const { positionals, values } = parseArgs({ allowPositionals: true, options })
  const [folder, ...rest] = positionals
  if (!folder || rest.length > 0) {
    throw new Error('Usage: npm run restore -- <folder of a backup> [--new-key]')
  }
  const here = await openInstallation(root, process.env, log)
  try {
    if (here.shared) throw new Error('Stop npm start first: it is working with this data.')
    const content = await restoreBackup({
      root,
      ownerUrl: here.database.ownerUrl,
      places: placesOf({ ...process.env, ...here.environment }),
      folder: path.resolve(folder),
      newKey: values['new-key'],
      log,
    })
    for (const one of content.lost) log(`LOST before the backup was made: ${one}`)
    log('Verifying the chains …')
    Object.assign(process.env, here.environment)
    const { verify } = await import('@/lib/audit/verify')
    const sound = await verify(log)
    log(sound ? 'Restored. npm start brings it up.' : 'Restored as it was backed up; see above.')
    return sound
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
