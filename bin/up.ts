/**
 * `npm start`: database, migrations, first data, build, web and worker, in one go.
 *   --empty   no demo; asks for the first administrator
 *   --demo    the demo on a server of one's own (DATABASE_URL), when it is empty
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { start } from '@/lib/launch/start'

const options = { empty: { type: 'boolean' }, demo: { type: 'boolean' } } as const

await start({
  root: path.resolve(import.meta.dirname, '..'),
  given: process.env,
  flags: parseArgs({ options }).values,
  mode: 'production',
})
