import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildPhone } from './build-phone'
import { hashFiles } from './hash'

/** What the build is made of; anything else may change without a new build. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema',
  'prisma/migrations',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/**
 * Builds the web part unless a build of these very sources is there, and puts its static files
 * beside the standalone server. Shows what Next prints. Returns the folder with server.js.
 */
export async function ensureBuild(
  root: string,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<string> {
  const standalone = path.join(root, '.next/standalone')
  const mark = path.join(root, '.next/ovop-build')
  const hash = hashFiles(root, sources, process.version)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) {
    log('The build is up to date.')
    return standalone
  }
  log('Building the web part (once; about a minute) …')
  const start = Date.now()
  rmSync(mark, { force: true })
  rmSync(standalone, { recursive: true, force: true })
  await nextBuild(root, signal)
  copyBeside(root, standalone, 'public')
  copyBeside(root, standalone, '.next/static')
  await buildPhone({ root, folder: path.join(standalone, '.next/phone') })
  markWorker(standalone, hash)
  writeFileSync(mark, hash)
  log(`Built in ${Math.round((Date.now() - start) / 1000)} s.`)
  return standalone
}

function copyBeside(root: string, standalone: string, name: string): void {
  const from = path.join(root, name)
  if (existsSync(from)) cpSync(from, path.join(standalone, name), { recursive: true, force: true })
}

/** Browsers look for a new version of the app by comparing its service worker byte by byte. */
function markWorker(standalone: string, hash: string): void {
  const file = path.join(standalone, 'public/sw.js')
  writeFileSync(file, readFileSync(file, 'utf8').replace("'development'", `'${hash}'`))
}

function nextBuild(root: string, signal?: AbortSignal): Promise<void> {
  const build = spawn(
    process.execPath,
    [path.join(root, 'node_modules/next/dist/bin/next'), 'build'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      signal,
      env: {
        // biome-ignore lint/style/noProcessEnv: the compiler needs the ordinary environment
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        // Next makes a key for the build; at run time each installation's own one goes before it.
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: undefined,
        NODE_OPTIONS: '',
      },
    },
  )
  return new Promise((resolve, reject) => {
    build.once('error', reject)
    build.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`next build failed (exit code ${code}); its messages stand above.`))
    })
  })
}
