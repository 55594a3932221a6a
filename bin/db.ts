/**
 * `npm run db -- <command>`: the database of this installation (docs/operate.md).
 *   migrate                  bring it to this version
 *   new <name>               write the migration that leads to prisma/schema
 *   drift                    tables that differ from prisma/schema
 *   seed                     add the demo to an empty database
 *   reset [--yes]            throw all data away
 *   administrator            make the first administrator, asked for or from ADMIN_… variables
 *   import-divisions --county <code> [--file <csv>]
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { askYes } from '@/lib/launch/ask'
import { openInstallation } from '@/lib/launch/installation'
import { drift, newMigration, reset, seed } from '@/lib/launch/tasks'
import { upgradeDatabase } from '@/lib/launch/upgrade'

const root = path.resolve(import.meta.dirname, '..')
const [command, ...rest] = process.argv.slice(2)
const log = (line: string) => console.log(line)

async function run(): Promise<void> {
  if (command === 'new') return newMigration(root, rest[0] ?? '', log)
  const known = ['migrate', 'drift', 'seed', 'reset', 'administrator', 'import-divisions']
  if (!command || !known.includes(command)) {
    throw new Error(`Usage: npm run db -- ${['new <name>', ...known].join(' | ')}`)
  }
  if (command === 'reset' && !rest.includes('--yes')) {
    if (!(await askYes('Throw away all data of this installation?'))) return
  }
  const here = await openInstallation(root, process.env, log)
  try {
    Object.assign(process.env, here.environment, here.signing)
    if (command === 'drift') return await drift(root, here, log)
    if (command === 'reset') return await reset(root, here, log)
    const applied = await upgradeDatabase(root, here.database.ownerUrl, log)
    if (command === 'migrate') log(applied.length ? 'Done.' : 'Nothing to do.')
    if (command === 'seed') await seed(here, log)
    if (command === 'administrator') {
      const { makeFirstAdministrator } = await import('@/lib/launch/administrator')
      await makeFirstAdministrator(process.env, log)
    }
    if (command === 'import-divisions') {
      const { importDivisions } = await import('@/lib/directory/import-divisions')
      const options = { county: { type: 'string' }, file: { type: 'string' } } as const
      const { county, file } = parseArgs({ args: rest, options }).values
      if (!county) throw new Error('Which county? npm run db -- import-divisions --county 450223')
      await importDivisions({ county, file, log })
    }
  } finally {
    await here.close()
  }
}

run().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
