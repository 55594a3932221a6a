/**
 * `npm test`: format and lint, types, architecture, dead code, domain, database and browser tests.
 * `npm run test:e2e -- [files]` runs the browser tests alone. Goes on after a failure, so that one
 * run tells everything; ends with `N passed, N failed, N skipped`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateClient } from '@/lib/launch/generate'
import { ensureBrowser } from '@/tests/support/browser'
import { type Outcome, runCheck, runPlaywright, runVitest, tell } from '@/tests/support/phases'
import { startProduct } from '@/tests/support/product'

const root = path.resolve(import.meta.dirname, '..')
const results = mkdtempSync(path.join(tmpdir(), 'ovop-results-'))
const [only, ...rest] = process.argv.slice(2)
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => interrupted.abort(new Error('Interrupted.')))
}

async function browser(): Promise<Outcome> {
  const chromium = ensureBrowser((line) => console.log(line))
  const product = await startProduct(root, (line) => console.log(`· ${line}`), interrupted.signal)
  try {
    const environment = { ...product.environment, CHROMIUM_PATH: chromium }
    return await runPlaywright(root, results, environment, rest)
  } finally {
    await product.stop()
  }
}

const phases: Record<string, () => Promise<Outcome>> = {
  'format and lint': () => runCheck(root, ['@biomejs/biome/bin/biome', 'ci', '.']),
  types: async () => {
    const routes = await runCheck(root, ['next/dist/bin/next', 'typegen'])
    return routes.failed ? routes : runCheck(root, ['typescript/bin/tsc', '--noEmit'])
  },
  architecture: () => runVitest(root, results, 'architecture'),
  'dead code': () => runCheck(root, ['knip/bin/knip.js']),
  domain: () => runVitest(root, results, 'domain'),
  db: () => runVitest(root, results, 'db'),
  e2e: browser,
}

const total: Outcome = { passed: 0, failed: 0, skipped: 0 }
generateClient(root)
for (const [name, run] of Object.entries(phases)) {
  if (interrupted.signal.aborted || (only && name !== only)) continue
  const outcome = await tell(name, run)
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += outcome[key]
}
rmSync(results, { recursive: true, force: true })
if (interrupted.signal.aborted) total.failed++
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 ? 1 : 0)
