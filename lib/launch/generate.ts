import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashFiles } from './hash'

/**
 * Generates the Prisma client into prisma/generated unless the schema is unchanged since last time.
 * Prisma's command asks for an engine binary it would download; generating does not use it, so any
 * existing file serves (never for its other commands, which would then silently do nothing).
 */
export function generateClient(root: string): 'made' | 'unchanged' {
  const output = path.join(root, 'prisma/generated')
  const mark = path.join(output, '.schema-hash')
  const hash = hashFiles(root, ['prisma/schema', 'node_modules/prisma/package.json'])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return 'unchanged'
  const run = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        // biome-ignore lint/style/noProcessEnv: the child needs the ordinary environment
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  )
  if (run.status !== 0) throw new Error(`prisma generate failed:\n${run.stdout}\n${run.stderr}`)
  mkdirSync(output, { recursive: true })
  writeFileSync(mark, hash)
  return 'made'
}
