import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { endExpiredSessions, forgetIdempotencyKeys } from '@/lib/jobs/clean-up'
import { startWorker } from '@/lib/jobs/run'
import { jobNames } from '@/lib/jobs/schedule'
import { checkReadiness } from '@/lib/readiness'
import { databaseOfThisFile } from '@/tests/support/database'

const { owner } = databaseOfThisFile()
const user = randomUUID()
const now = new Date('2026-03-02T08:00:00Z')
const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

beforeAll(async () => {
  await owner.query("INSERT INTO counties (id, name) VALUES ('450223', '鹿寨县')")
  await owner.query(
    "INSERT INTO users (id, county_id, account, name) VALUES ($1, '450223', 'someone', '某人')",
    [user],
  )
})

test('sessions end after the idle time, and only those', async () => {
  const [idle, active] = [randomUUID(), randomUUID()]
  for (const [id, seen] of [
    [idle, before(12.1)],
    [active, before(11.9)],
  ]) {
    await owner.query('INSERT INTO sessions (id, user_id, last_seen_at) VALUES ($1, $2, $3)', [
      id,
      user,
      seen,
    ])
  }
  expect(await endExpiredSessions(now, 12)).toBe(1)
  expect(await endExpiredSessions(now, 12)).toBe(0)
  const { rows } = await owner.query(
    'SELECT id, end_reason FROM sessions WHERE ended_at IS NOT NULL',
  )
  expect(rows).toEqual([{ id: idle, end_reason: 'EXPIRED' }])
})

test('answers to repeated requests are forgotten after 24 hours', async () => {
  for (const [key, at] of [
    ['old', before(24.1)],
    ['new', before(23.9)],
  ]) {
    await owner.query(
      "INSERT INTO idempotency_keys (user_id, key, request_hash, created_at) VALUES ($1, $2, 'h', $3)",
      [user, key, at],
    )
  }
  expect(await forgetIdempotencyKeys(now)).toBe(1)
  expect((await owner.query('SELECT key FROM idempotency_keys')).rows).toEqual([{ key: 'new' }])
})

test('the worker runs as the app role and puts every job on the schedule', async () => {
  const worker = await startWorker()
  const { rows } = await owner.query('SELECT name, timezone FROM pgboss.schedule ORDER BY name')
  await worker.stop()
  expect(rows).toEqual([...jobNames].sort().map((name) => ({ name, timezone: 'Asia/Shanghai' })))
})

test('readiness names what is missing and comes back by itself', async () => {
  const ready = { database: 'ok', migrations: 'ok', queue: 'ok' }
  expect(await checkReadiness()).toEqual(ready)
  await owner.query('ALTER SCHEMA pgboss RENAME TO elsewhere')
  expect(await checkReadiness()).toEqual({ ...ready, queue: 'failed' })
  await owner.query('ALTER SCHEMA elsewhere RENAME TO pgboss')
  const url = env().DATABASE_URL
  env().DATABASE_URL = url.replace(/:\d+\//, ':1/')
  expect(await checkReadiness()).toEqual({
    database: 'failed',
    migrations: 'unknown',
    queue: 'unknown',
  })
  env().DATABASE_URL = url
  expect(await checkReadiness()).toEqual(ready)
})
