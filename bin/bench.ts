/**
 * `npm run bench [-- --quick]`: fills a throw-away database at the scale of one county and of all of
 * Guangxi, measures the production build on it and writes docs/benchmarks/<date>.md and .json.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startReference } from '@/tests/bench/reference'
import { asMarkdown } from '@/tests/bench/report'
import { type Results, runBench } from '@/tests/bench/run'
import { setStage } from '@/tests/bench/stage'

const root = path.resolve(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean' } },
  allowPositionals: true,
})

async function bench(): Promise<void> {
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => interrupted.abort(new Error('Interrupted.')))
  }
  const log = (line: string) => console.log(`· ${line}`)
  const pace = values.quick
    ? { warm: 400, measure: 800, times: 15 }
    : { warm: 1_000, measure: 4_000, times: 60 }
  const stage = await setStage(root, log, interrupted.signal)
  try {
    const at = new Date().toISOString()
    const cpu = cpus()
    const machine = `${cpu.length} × ${cpu[0]?.model.trim()}, Node ${process.versions.node}`
    const results: Results = { at, machine, ...(await runBench(stage, pace, log)) }
    const markdown = asMarkdown(results)
    console.log(`\n${markdown}`)
    if (values.quick) return
    const folder = path.join(root, 'docs/benchmarks')
    mkdirSync(folder, { recursive: true })
    const name = path.join(folder, at.slice(0, 10))
    writeFileSync(`${name}.md`, markdown)
    writeFileSync(`${name}.json`, `${JSON.stringify(results, null, 2)}\n`)
    log(`Written to docs/benchmarks/${at.slice(0, 10)}.md and .json`)
  } finally {
    await stage.stop()
  }
}

if (positionals[0] === 'reference') {
  startReference({
    port: Number(positionals[1]),
    databaseUrl: String(process.env.DATABASE_URL),
    secret: String(process.env.NEXTAUTH_SECRET),
  })
} else {
  await bench()
}
