import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Outcome = { passed: number; failed: number; skipped: number }

/** Runs one phase under a heading and says how it went and how long it took. */
export async function tell(name: string, run: () => Promise<Outcome>): Promise<Outcome> {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)
  const start = Date.now()
  const outcome = await run().catch((error: Error): Outcome => {
    console.error(error.message)
    return { passed: 0, failed: 1, skipped: 0 }
  })
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  const { passed, failed, skipped } = outcome
  const mark = failed ? '✗' : '✓'
  console.log(
    `${mark} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`,
  )
  return outcome
}

/** A program that only says yes or no: one test. */
export async function runCheck(root: string, args: string[]): Promise<Outcome> {
  const code = await runModule(root, args, {})
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** One project of vitest.config.ts, counted from its JSON report. */
export async function runVitest(root: string, results: string, project: string): Promise<Outcome> {
  const file = path.join(results, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await runModule(
    root,
    ['vitest/vitest.mjs', 'run', '--project', project, ...reporters],
    {},
  )
  const report = readReport<{
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
  }>(file)
  return withCode(code, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  })
}

/** The browser tests against a running product, counted from the JSON report. */
export async function runPlaywright(
  root: string,
  results: string,
  environment: Record<string, string>,
  args: string[],
): Promise<Outcome> {
  const file = path.join(results, 'e2e.json')
  const code = await runModule(root, ['@playwright/test/cli.js', 'test', ...args], {
    ...environment,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  const stats = readReport<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }>(file)?.stats
  return withCode(code, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  })
}

/** A run that failed without a failed test (a file that does not load, a crash) counts as one. */
function withCode(code: number, outcome: Outcome): Outcome {
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome
}

function readReport<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null
}

function runModule(root: string, args: string[], environment: Record<string, string>) {
  const [module = '', ...rest] = args
  const child = spawn(process.execPath, [path.join(root, 'node_modules', module), ...rest], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment },
  })
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
