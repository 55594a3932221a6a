import path from 'node:path'
import { chooseAddress, publicAddress } from './address'
import { ensureBuild } from './build'
import { buildPhone } from './build-phone'
import { type Child, runTypeScript, startChild } from './child'
import { type Database, openDatabase, requireAppRole } from './connect'
import { lockDataDir, openDataDir } from './data-dir'
import { productEnvironment, signingEnvironment } from './environment'
import { firstData } from './first-data'
import { generateClient } from './generate'
import { loadSecrets } from './secrets'
import { demoAccounts } from './steps'
import { upgradeDatabase } from './upgrade'
import { until } from './wait'

export type StartOptions = {
  root: string
  given: Record<string, string | undefined>
  flags: { empty?: boolean; demo?: boolean }
  mode: 'production' | 'development'
}

/**
 * Brings everything up, waits until it is told to stop (Ctrl-C, SIGTERM) or a part of it dies, and
 * then stops all of it, the database last. Ends the process.
 */
export async function start(options: StartOptions): Promise<never> {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stopping.abort())
  }
  if (options.given.npm_lifecycle_event) stopWithNpm(stopping)
  // What is running, to be stopped in the opposite order.
  const running: (() => void | Promise<void>)[] = []
  let failure: string | null = null
  try {
    const { died } = await bringUp(options, running, stopping.signal)
    failure = await Promise.race([died, aborted(stopping.signal)])
  } catch (error) {
    failure = stopping.signal.aborted ? null : (error as Error).message
  }
  if (failure) console.error(`\n${failure}`)
  if (running.length > 1) say(failure ? 'Stopping the rest …' : 'Stopping …')
  for (const stop of running.reverse()) await stop()
  if (running.length > 1) say('Stopped. The data is kept.')
  process.exit(failure ? 1 : 0)
}

/** Returns, when all is up, a promise that resolves with the reason when a part ends unasked. */
async function bringUp(
  options: StartOptions,
  running: (() => void | Promise<void>)[],
  signal: AbortSignal,
): Promise<{ died: Promise<string> }> {
  const { root, given, flags, mode } = options
  const dataDir = openDataDir(root, given.DATA_DIR)
  running.push(lockDataDir(dataDir))
  // A fixed port that is taken is better known before the long steps than after.
  if (given.PORT) await chooseAddress(given)
  const secrets = loadSecrets(dataDir)
  generateClient(root)

  say(given.DATABASE_URL ? 'Connecting to the database …' : 'Starting the database …')
  const database = await openDatabase({
    dataDir,
    shared: false,
    secrets,
    environment: given,
    log: say,
  })
  running.push(() => database.close())
  signal.throwIfAborted()
  await upgradeDatabase(root, database.ownerUrl, say)
  await requireAppRole(database.appUrl)
  const environment = productEnvironment({ dataDir, secrets, database, given })
  const signing = signingEnvironment(dataDir, given)
  await firstData({ root, dataDir, database, flags, environment, signing, signal, log: say })

  const accounts = await demoAccounts(database.ownerUrl)
  const open = publicAddress(given)
  if (accounts.length > 0 && open) {
    throw new Error(
      `The database has demo accounts, whose password is public, and ${open} would let others reach them. ` +
        'Start with an empty database (npm run db -- reset, then npm start -- --empty), or take the address away.',
    )
  }
  const standalone = mode === 'production' ? await ensureBuild(root, say, signal) : null
  if (!standalone)
    await buildPhone({ root, folder: path.join(root, '.next/phone'), development: true })
  signal.throwIfAborted()
  const address = await chooseAddress(given)
  if (address.note) say(address.note)
  say('Starting web and worker …')
  const own = {
    ...environment,
    APP_URL: address.url,
    NEXTAUTH_URL: given.NEXTAUTH_URL || address.url,
    DEMO: String(accounts.length > 0),
  }
  const web = startChild({
    name: 'The web server',
    args: standalone
      ? [path.join(standalone, 'server.js')]
      : [path.join(root, 'node_modules/next/dist/bin/next'), 'dev', '-H', address.host],
    cwd: standalone ?? root,
    environment: {
      ...own,
      PORT: String(address.port),
      HOSTNAME: address.host,
      NODE_ENV: mode,
    },
  })
  const worker = startChild({
    name: 'The worker',
    args: [...runTypeScript, 'bin/worker.ts'],
    cwd: root,
    environment: { ...own, ...signing, NODE_ENV: mode },
  })
  running.push(() => stopAll([web, worker]))
  const died = Promise.race([database.died, web.died, worker.died])
  await Promise.race([answering(address.host, address.port), died, aborted(signal)])
  signal.throwIfAborted()
  tellReady(address.url, accounts, database, dataDir)
  return { died }
}

/** Resolves when the web server answers its health check. */
async function answering(host: string, port: number): Promise<void> {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/api/health`
  const ready = await until(120_000, 50, () =>
    fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ),
  )
  if (!ready) throw new Error('The web server did not answer within two minutes.')
}

function tellReady(
  url: string,
  accounts: { account: string; name: string }[],
  database: Database,
  dataDir: string,
): void {
  const where = database.embedded ? dataDir : `the server in DATABASE_URL; files in ${dataDir}`
  const lines = ['', `一村一策 is ready: ${url}`, `Data: ${where}`]
  if (accounts.length > 0) {
    const width = Math.max(...accounts.map(({ account }) => account.length))
    lines.push(
      '',
      'Demo accounts, all with the password Luzhai-demo-2026:',
      ...accounts.map(({ account, name }) => `  ${account.padEnd(width)}  ${name}`),
      'With demo accounts it listens on this machine only (127.0.0.1).',
    )
  }
  lines.push('', 'Ctrl-C stops everything.', '')
  console.log(lines.join('\n'))
}

async function stopAll(children: Child[]): Promise<void> {
  await Promise.all(children.map((child) => child.stop()))
}

/** npm killed outright passes no signal on; its child then has another parent. */
function stopWithNpm(stopping: AbortController): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stopping.abort()
  }, 1_000).unref()
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null)
    else signal.addEventListener('abort', () => resolve(null), { once: true })
  })
}

function say(line: string): void {
  console.log(`· ${line}`)
}
