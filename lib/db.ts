import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg, { Pool } from 'pg'
import { type SystemViewer, systemSettings } from '@/lib/access/system'
import {
  answeringOrganisations,
  assignedCheckIds,
  boundCaseIds,
  holds,
  inspectedCaseIds,
  organisationsOf,
  selvesOf,
  townshipsOf,
  type Viewer,
} from '@/lib/access/viewer-types'
import { env } from '@/lib/env'
import { Prisma, PrismaClient } from '@/prisma/generated/client'

declare const brand: unique symbol

/** A transaction with the viewer's settings; commands and `record` take nothing else. */
export type Tx = Prisma.TransactionClient & { readonly [brand]: true }

type Shared = { pool: Pool; client: PrismaClient }
const kept = globalThis as typeof globalThis & { ovopDatabase?: Shared }

function shared(): Shared {
  if (!kept.ovopDatabase) {
    const pool = new Pool({
      connectionString: env().DATABASE_URL,
      max: 10,
      // What a connection has prepared goes with it: no server process grows without end.
      maxLifetimeSeconds: 1_800,
    })
    // Without a listener a lost connection would end the process, also one that is idle or being
    // closed; the next query reconnects.
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) })
    kept.ovopDatabase = { pool, client: new PrismaClient({ adapter }) }
  }
  return kept.ovopDatabase
}

const names = new Map<string, string>()

/**
 * The name under which a connection prepares a statement. Planned once and not at every request, a
 * page's statements take half the time (docs/benchmarks). Lists of many lengths make many texts:
 * beyond 2,000 of them a statement goes unnamed and is planned each time, as before.
 */
function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known) return known
  if (names.size >= 2_000) return ''
  const name = `ovop_${createHash('sha256').update(sql).digest('base64url').slice(0, 32)}`
  names.set(sql, name)
  return name
}

/** What row-level security reads (migration "access"): one row of settings a transaction. */
function settings(viewer: Viewer | SystemViewer): Record<string, string> {
  if ('system' in viewer) return systemSettings(viewer)
  return {
    'app.user_id': viewer.userId,
    'app.other_selves': selvesOf(viewer)
      .filter((id) => id !== viewer.userId)
      .join(','),
    'app.county_id': viewer.countyId,
    'app.office': holds(viewer, 'COUNTY_OFFICE') ? 'on' : '',
    'app.leader': holds(viewer, 'COUNTY_LEADER') ? 'on' : '',
    'app.admin': holds(viewer, 'SYSTEM_ADMIN') ? 'on' : '',
    'app.township_ids': townshipsOf(viewer).join(','),
    'app.case_ids': boundCaseIds(viewer).join(','),
    'app.roles': viewer.grants.map((grant) => grant.role).join(','),
    'app.work_case_ids': boundCaseIds(viewer, ['HELPER_UNIT', 'WORK_TEAM']).join(','),
    'app.team_case_ids': boundCaseIds(viewer, ['WORK_TEAM']).join(','),
    'app.paper_case_ids': boundCaseIds(viewer, ['COUNTY_LEADER', 'INSPECTOR']).join(','),
    'app.leader_case_ids': boundCaseIds(viewer, ['COUNTY_LEADER']).join(','),
    'app.spot_check_ids': assignedCheckIds(viewer).join(','),
    'app.inspected_case_ids': inspectedCaseIds(viewer).join(','),
    'app.organisation_ids': answeringOrganisations(viewer).join(','),
    'app.member_organisation_ids': organisationsOf(viewer).join(','),
  }
}

function apply(tx: Prisma.TransactionClient, values: Record<string, string>) {
  const calls = Object.entries(values).map(
    ([name, value]) => Prisma.sql`set_config(${name}, ${value}, true)`,
  )
  return tx.$queryRaw`SELECT ${Prisma.join(calls)}`
}

function open<T>(
  values: Record<string, string>,
  work: (tx: Tx) => Promise<T>,
  seconds = 30,
): Promise<T> {
  return shared().client.$transaction(
    async (tx) => {
      await apply(tx, values)
      return work(tx as Tx)
    },
    { maxWait: 5_000, timeout: seconds * 1_000 },
  )
}

const around = new AsyncLocalStorage<{ viewer: Viewer; tx: Tx }>()

/**
 * One read-write transaction as this viewer: guard, change and event commit together. Inside
 * `oneTransaction` of the same viewer the command joins it instead of opening its own. Given up after
 * so many seconds; an import of hundreds of rows asks for more.
 */
export function transaction<T>(
  viewer: Viewer | SystemViewer,
  work: (tx: Tx) => Promise<T>,
  seconds?: number,
) {
  const outer = around.getStore()
  return outer && outer.viewer === viewer ? work(outer.tx) : open(settings(viewer), work, seconds)
}

/** Several commands of one viewer that commit together or not at all (API writes, bulk work). */
export function oneTransaction<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  return open(settings(viewer), (tx) => around.run({ viewer, tx }, () => work(tx)))
}

/** One read-only transaction as this viewer, for all the queries of a page. */
export function read<T>(viewer: Viewer | SystemViewer, work: (tx: Tx) => Promise<T>) {
  return open({ ...settings(viewer), transaction_read_only: 'on' }, work)
}

/**
 * One statement as a system viewer, read-only, by the driver alone: the check that every request
 * begins with. Prisma's machinery around a raw statement took twice as long as the statement.
 */
export function readRaw<T extends object>(viewer: SystemViewer, sql: Prisma.Sql) {
  return byDriver(viewer, 'BEGIN READ ONLY', (run) => run<T>(sql))
}

/** Runs a statement of a transaction by the driver alone. */
export type RunRaw = <T extends object>(sql: Prisma.Sql) => Promise<T[]>

/** The same for several statements that write: what a whole village sends in one minute. */
export function transactionRaw<T>(viewer: SystemViewer, work: (run: RunRaw) => Promise<T>) {
  return byDriver(viewer, 'BEGIN', work)
}

async function byDriver<T>(
  viewer: SystemViewer,
  begin: string,
  work: (run: RunRaw) => Promise<T>,
): Promise<T> {
  const client = await shared().pool.connect()
  let broken: Error | undefined
  const lost = (error: Error) => {
    broken = error
  }
  // Nobody else listens to a connection in use, and an error without a listener ends the process.
  client.on('error', lost)
  try {
    await client.query(`${begin}; SELECT ${set(systemSettings(viewer))}`)
    const result = await work(async <R extends object>({ text, values }: Prisma.Sql) => {
      const { rows } = await client.query<R>({ name: nameOf(text), text, values, types: utcDays })
      return rows
    })
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(lost)
    throw error
  } finally {
    client.off('error', lost)
    client.release(broken)
  }
}

const set = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`)
    .join(', ')

/** A `DATE` is midnight UTC, as Prisma gives it. */
const utcDays: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    type === pg.types.builtins.DATE
      ? (day: string) => new Date(`${day}T00:00:00Z`)
      : pg.types.getTypeParser(type, format as 'text'),
}

/**
 * Runs part of a command under a named system viewer and returns to the viewer afterwards, in the
 * same transaction; the reason stands with the name in `access/system.ts`.
 */
export async function asSystem<T>(tx: Tx, system: SystemViewer, work: (tx: Tx) => Promise<T>) {
  const before = await tx.$queryRaw<[{ system: string }]>`SELECT app.system() AS system`
  await apply(tx, { 'app.system': system.system })
  try {
    return await work(tx)
  } finally {
    // After a failed statement this fails too: the transaction does nothing more in any case.
    await apply(tx, { 'app.system': before[0].system }).catch(() => undefined)
  }
}

/** Ends every connection; for programs that finish, never for the web server. */
export async function closeDatabase(): Promise<void> {
  const present = kept.ovopDatabase
  kept.ovopDatabase = undefined
  await present?.client.$disconnect()
  if (present && !present.pool.ended) await present.pool.end()
}
