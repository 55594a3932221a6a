import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { type Binaries, findBinaries } from './binaries'
import { freePort } from './ports'
import { isPostgresOn, readPostmaster, stopLeftover } from './postmaster'
import { type ServerUser, serverFolder, serverUser } from './server-user'
import { sleep, until } from './wait'

export type Cluster = {
  port: number
  /** Connection string of the superuser, for the given database. Only to make roles and databases. */
  superUrl(database?: string): string
  /** Resolves with the reason when the server ends without having been asked to. */
  died: Promise<string>
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that ships as an npm package on 127.0.0.1, creating its data folder first
 * when there is none. `home` is our own folder: the cluster lies in `home/postgres` (a link to
 * another place when the server's user cannot reach it, see server-user.ts), its log in
 * `home/postgres.log`. A server left behind by a killed launcher is stopped first.
 */
export async function startCluster(options: {
  home: string
  password: string
  /** Extra server settings, for throw-away test servers. */
  settings?: Record<string, string>
  log: (line: string) => void
}): Promise<Cluster> {
  const { home, password, log } = options
  const place = findPlace(home, log)
  if (!existsSync(place.data)) {
    log('Creating the database server’s data folder …')
    initialise(place, password)
  }
  await stopLeftover(place.data, log)
  const logFile = path.join(home, 'postgres.log')
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const server = launch(place, port, options.settings ?? {}, logFile)
    const failure = await untilReady(server, place.data, logFile)
    if (!failure) return handle(server, port, password, logFile)
    // The children of a killed server keep its shared memory for a moment; then it may start.
    if (!/shared memory block|lock file/.test(failure) || attempt === 20) {
      throw new Error(`PostgreSQL did not start:\n${failure}`)
    }
    await sleep(500)
  }
}

/** The server that already runs on this home, ready or not, or null. */
export function runningServer(home: string): { port: number } | null {
  const data = path.join(home, 'postgres', 'data')
  const status = readPostmaster(data)
  return status && isPostgresOn(status.pid, data) ? { port: status.port } : null
}

type Place = Binaries & { data: string; user: ServerUser | null }

function findPlace(home: string, log: (line: string) => void): Place {
  mkdirSync(home, { recursive: true, mode: 0o711 })
  const user = serverUser(log)
  const folder = serverFolder(path.join(realpathSync(home), 'postgres'), user, log)
  return { ...findBinaries(user, log), data: path.join(folder, 'data'), user }
}

/** Makes the data folder beside its final place and moves it there when complete. */
function initialise(place: Place, password: string) {
  const unfinished = `${place.data}.new`
  rmSync(unfinished, { recursive: true, force: true })
  const passwordFile = `${place.data}.password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid)
  const run = spawnSync(
    place.initdb,
    [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      // The built-in locale: with plain C, trigram search over Chinese silently finds nothing.
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--lc-messages=C',
      '--no-instructions',
    ],
    { ...place.user, encoding: 'utf8', cwd: '/', env: serverEnvironment },
  )
  rmSync(passwordFile, { force: true })
  if (run.status !== 0) {
    throw new Error(
      `initdb failed: ${run.error?.message ?? ''}\n${run.stdout ?? ''}${run.stderr ?? ''}`,
    )
  }
  renameSync(unfinished, place.data)
}

const serverEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C',
}

function launch(place: Place, port: number, extra: Record<string, string>, logFile: string) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '96MB',
    timezone: 'UTC',
    ...extra,
  }
  const output = openSync(logFile, 'a', 0o600)
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  // In a process group of its own, so that Ctrl-C reaches the launcher alone, which stops
  // the database last.
  const server = spawn(place.postgres, ['-D', place.data, '-p', String(port), ...flags], {
    ...place.user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
    env: serverEnvironment,
  })
  closeSync(output)
  return server
}

/** Null when the server accepts connections, else what it wrote before it gave up. */
async function untilReady(server: ChildProcess, data: string, logFile: string) {
  const from = statSync(logFile).size
  let ended: string | null = null
  server.once('error', (error) => {
    ended = error.message
  })
  server.once('exit', () => {
    ended = readFileSync(logFile).subarray(from).toString() || 'it ended at once'
  })
  const ready = await until(60_000, 20, () => {
    const status = readPostmaster(data)
    return ended !== null || (status?.pid === server.pid && status?.ready === true)
  })
  if (!ready) {
    server.kill('SIGKILL')
    return 'it was not ready within 60 seconds'
  }
  return ended
}

/**
 * Shuts the server down should we be killed outright: a shell that waits for our end of its input to
 * close. Returns what dismisses it.
 */
function guard(server: ChildProcess): () => void {
  const script = 'cat > /dev/null; kill -INT "$0"'
  const watcher = spawn('sh', ['-c', script, String(server.pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.unref()
  return () => {
    if (watcher.pid && watcher.exitCode === null) process.kill(-watcher.pid, 'SIGKILL')
  }
}

function handle(server: ChildProcess, port: number, password: string, logFile: string): Cluster {
  let asked = false
  const dismiss = guard(server)
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const died = new Promise<string>((resolve) => {
    void exited.then(() => {
      dismiss()
      if (!asked) resolve(`PostgreSQL ended unexpectedly; its last words are in ${logFile}`)
    })
  })
  return {
    port,
    superUrl: (database = 'postgres') =>
      `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    died,
    async stop() {
      asked = true
      // Fast shutdown, then immediate, then by force: nothing may be left running.
      for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
        if (server.exitCode !== null || server.signalCode !== null) return
        server.kill(signal)
        if (await Promise.race([exited.then(() => true), sleep(15_000).then(() => false)])) return
      }
    },
  }
}
