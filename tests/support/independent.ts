import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What the short program of tests/independent says of one export, and whether it agrees. */
export async function independent(data: unknown): Promise<{ agrees: boolean; said: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ovop-'))
  const file = path.join(folder, 'export.json')
  writeFileSync(file, JSON.stringify(data))
  try {
    const { stdout } = await run(process.execPath, ['tests/independent/recompute.mjs', file])
    return { agrees: true, said: stdout }
  } catch (error) {
    return { agrees: false, said: (error as { stdout: string }).stdout }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
