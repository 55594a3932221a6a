import path from 'node:path'
import { encode } from 'next-auth/jwt'
import { ensureBuild } from '@/lib/launch/build'
import { type Child, runTypeScript, startChild } from '@/lib/launch/child'
import { productEnvironment } from '@/lib/launch/environment'
import { generateClient } from '@/lib/launch/generate'
import { freePort } from '@/lib/launch/ports'
import { withClient } from '@/lib/launch/roles'
import { startScratch } from '@/lib/launch/scratch'
import { loadSecrets } from '@/lib/launch/secrets'
import { until } from '@/lib/launch/wait'
import type { BenchRole, People } from './people'
import { fillScene, type Scene } from './scene'
import { countingStatements } from './statements'

export const scales = ['county', 'guangxi'] as const
export type Scale = (typeof scales)[number]

export type Place = {
  scale: Scale
  database: string
  appUrl: string
  scene: Scene
  /** Where the product answers on this database. */
  port: number
  cookie(people: People, role: BenchRole): Promise<string>
}

export type Stage = {
  standalone: string
  superUrl: string
  places: Record<Scale, Place>
  /** The reference server, on the database of Guangxi. */
  referencePort: number
  stop(): Promise<void>
}

/** The production build on a throw-away server with two databases, and the reference beside it. */
export async function setStage(
  root: string,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<Stage> {
  generateClient(root)
  const standalone = await ensureBuild(root, log, signal)
  log('Starting a throw-away database …')
  const scratch = await startScratch(root, 'bench_county', {
    ...countingStatements,
    'pg_stat_statements.track_planning': 'on',
  })
  const children: Child[] = []
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()))
    await scratch.remove()
  }
  try {
    const secrets = loadSecrets(scratch.home)
    await withClient(scratch.superUrl(), async (client) => {
      await client.query('CREATE EXTENSION pg_stat_statements')
      await client.query('CREATE DATABASE bench_guangxi TEMPLATE bench_county OWNER ovop_owner')
    })
    const open = async (scale: Scale): Promise<Place> => {
      const database = `bench_${scale}`
      log(`Filling ${database} …`)
      const scene = await withClient(scratch.ownerUrl(database), (client) =>
        fillScene(root, client, scale),
      )
      await withClient(scratch.superUrl(database), (client) => client.query('VACUUM ANALYZE'))
      signal.throwIfAborted()
      const port = await freePort()
      const url = `http://localhost:${port}`
      const appUrl = scratch.appUrl(database)
      const product = productEnvironment({
        dataDir: scratch.home,
        secrets,
        database: { appUrl },
        given: {},
      })
      children.push(
        startChild({
          name: `The web server on ${database}`,
          args: [path.join(standalone, 'server.js')],
          cwd: standalone,
          environment: {
            ...product,
            APP_URL: url,
            NEXTAUTH_URL: url,
            DEMO: 'false',
            LOG_LEVEL: 'warn',
            PORT: String(port),
            HOSTNAME: '127.0.0.1',
            NODE_ENV: 'production',
          },
        }),
      )
      await answers(`${url}/api/ready`)
      const cookie = async (people: People, role: BenchRole) => {
        const token = { sub: people.users[role], sid: people.sessions[role] }
        const value = await encode({ token, secret: secrets.nextAuthSecret })
        return `next-auth.session-token=${value}`
      }
      return { scale, database, appUrl, scene, port, cookie }
    }
    const places = { county: await open('county'), guangxi: await open('guangxi') }
    const referencePort = await freePort()
    children.push(
      startChild({
        name: 'The reference server',
        args: [...runTypeScript, 'bin/bench.ts', 'reference', String(referencePort)],
        cwd: root,
        environment: {
          DATABASE_URL: places.guangxi.appUrl,
          NEXTAUTH_SECRET: secrets.nextAuthSecret,
          NODE_ENV: 'production',
        },
      }),
    )
    await answers(`http://localhost:${referencePort}/`)
    return { standalone, superUrl: scratch.superUrl(), places, referencePort, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function answers(url: string): Promise<void> {
  const up = await until(60_000, 50, () =>
    fetch(url).then(
      ({ status }) => status < 500,
      () => false,
    ),
  )
  if (!up) throw new Error(`${url} did not answer within a minute.`)
}
