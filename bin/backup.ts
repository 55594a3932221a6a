/**
 * `npm run backup -- <folder>`: database, attachments, checkpoints and public key into a new folder,
 * beside a running start or without one (docs/operate.md). Exit code 1 when the installation itself
 * has lost something that belongs into it; the backup is then whole but for that.
 */
import path from 'node:path'
import { makeBackup } from '@/lib/launch/backup/make'
import { placesOf } from '@/lib/launch/backup/places'
import { openInstallation } from '@/lib/launch/installation'

const root = path.resolve(import.meta.dirname, '..')
const log = (line: string) => console.log(line)

async function run(): Promise<boolean> {
  const [folder, ...rest] = process.argv.slice(2)
  if (!folder || folder.startsWith('-') || rest.length > 0) {
    throw new Error('Usage: npm run backup -- <new folder>')
  }
  const here = await openInstallation(root, process.env, log)
  try {
    log('Backing up …')
    const content = await makeBackup({
      ownerUrl: here.database.ownerUrl,
      places: placesOf({ ...process.env, ...here.environment }),
      folder: path.resolve(folder),
      log,
    })
    const rows = content.tables.reduce((sum, table) => sum + table.rows, 0)
    log(`${rows} rows in ${content.tables.length} tables as of ${content.at}: ${folder}`)
    log('Not in it, and to be kept apart: the private checkpoint key in keys/ (docs/operate.md).')
    if (content.lost.length > 0) {
      log(`${content.lost.length} files were lost before this backup, named above and in it.`)
    }
    return content.lost.length === 0
  } finally {
    await here.close()
  }
}

run().then(
  (whole) => process.exit(whole ? 0 : 1),
  (error: Error) => {
    console.error(error.message)
    process.exit(2)
  },
)
